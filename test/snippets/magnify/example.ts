import { createMagnify } from '@plumbline/magnify';

const magnify = createMagnify(); // reads MAGNIFY_CLIENT_ID and MAGNIFY_CLIENT_SECRET

const { data, total } = await magnify.motions.list({ state: 'EXECUTING', size: 100 });
for (const motion of data) console.log(motion.id, motion.name);
console.log(`${data.length} of ${total}`);
