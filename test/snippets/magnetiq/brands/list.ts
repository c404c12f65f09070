import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

for await (const brand of magnetiq.brands.list({ limit: 10 })) {
  console.log(brand);
}
