import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

const filter = { segment: 'high_value', created_after: '2023-01-01' };
for await (const consumer of magnetiq.consumers.list({ limit: 10, filter })) {
  console.log(consumer);
}
