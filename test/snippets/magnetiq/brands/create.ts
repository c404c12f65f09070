import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

// MAGNETIQ documents no field of a brand: send what it told you.
const brand = await magnetiq.brands.create({ field: 'value' });
console.log(brand);
