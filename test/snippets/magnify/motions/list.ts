import { createMagnify } from '@plumbline/magnify';

const { MAGNIFY_CLIENT_ID: clientId = '', MAGNIFY_CLIENT_SECRET: clientSecret = '' } = process.env;
const magnify = createMagnify({ clientId, clientSecret });

for await (const motion of magnify.motions.list({ state: 'EXECUTING' })) {
  console.log(motion.id, motion.name);
}
