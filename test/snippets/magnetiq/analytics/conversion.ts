import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const conversion = await magnetiq.analytics.conversion();
console.log(conversion);
