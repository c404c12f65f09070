import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

const consumer = await magnetiq.consumers.get({ id: 'consumer-1' });
console.log(consumer);
