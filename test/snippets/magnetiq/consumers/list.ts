import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const consumers = magnetiq.consumers.list({
  filter: {
    segment: 'high_value',
    created_after: '2023-01-01',
  },
});
for await (const consumer of consumers) {
  console.log(consumer);
}
