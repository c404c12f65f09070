import { createMagnify } from '@plumbline/magnify';

// Reads MAGNIFY_CLIENT_ID and MAGNIFY_CLIENT_SECRET.
const magnify = createMagnify();

const { data, total } = await magnify.motions.list({ state: 'EXECUTING' });
for (const motion of data) console.log(motion.id, motion.name);
console.log(`${data.length} of ${total}`);
