import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const consumer = await magnetiq.consumers.get({
  id: 'consumer-1',
});
console.log(consumer);
