import { createMagnetiq } from '@plumbline/magnetiq';

// Reads MAGNETIQ_API_KEY.
const magnetiq = createMagnetiq();

const { data, total } = await magnetiq.consumers.list({
  limit: 10,
  filter: { segment: 'high_value', created_after: '2023-01-01' },
});
console.log(total, data);
