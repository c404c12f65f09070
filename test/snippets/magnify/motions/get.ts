import { createMagnify } from '@plumbline/magnify';

const magnify = createMagnify();

const motion = await magnify.motions.get({
  motionId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
});
console.log(motion.name, motion.state);
