import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

const engagement = await magnetiq.analytics.engagement();
console.log(engagement);
