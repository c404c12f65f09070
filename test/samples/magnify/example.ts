import { createMagnify } from '@plumbline/magnify';

const { MAGNIFY_CLIENT_ID: clientId = '', MAGNIFY_CLIENT_SECRET: clientSecret = '' } = process.env;
const magnify = createMagnify({ clientId, clientSecret });

const { data, total } = await magnify.motions.list({ state: 'EXECUTING', size: 100 });
for (const motion of data) console.log(motion.id, motion.name);
console.log(`${data.length} of ${total}`);
