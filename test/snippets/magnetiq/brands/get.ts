import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

const brand = await magnetiq.brands.get({ id: 'brand-1' });
console.log(brand);
