import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const brands = magnetiq.brands.list({ limit: 10 });
for await (const brand of brands) {
  console.log(brand);
}
