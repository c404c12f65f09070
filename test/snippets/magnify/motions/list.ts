import { createMagnify } from '@plumbline/magnify';

const magnify = createMagnify();

const motions = magnify.motions.list({
  state: 'EXECUTING',
});
for await (const motion of motions) {
  console.log(motion.id, motion.name);
}
