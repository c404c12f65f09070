import { createMagnify } from '@plumbline/magnify';

const { MAGNIFY_CLIENT_ID: clientId = '', MAGNIFY_CLIENT_SECRET: clientSecret = '' } = process.env;
const magnify = createMagnify({ clientId, clientSecret });

const motion = await magnify.motions.get({ motionId: 'motion_7c9e6679-7425-40de-944b-e07fc1f90ae7' });
console.log(motion.name, motion.state);
