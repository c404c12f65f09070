import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

const conversion = await magnetiq.analytics.conversion();
console.log(conversion);
