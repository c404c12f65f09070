import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

// MAGNETIQ documents no field of a consumer: send what it told you.
const consumer = await magnetiq.consumers.create({ field: 'value' });
console.log(consumer);
