import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq(); // reads MAGNETIQ_API_KEY

const filter = { segment: 'high_value', created_after: '2023-01-01' };
const { data, total } = await magnetiq.consumers.list({ limit: 10, page: 1, filter });
console.log(total, data);
