import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

// MAGNETIQ documents no field of a consumer.
const consumer = await magnetiq.consumers.create({
  field: 'value',
});
console.log(consumer);
