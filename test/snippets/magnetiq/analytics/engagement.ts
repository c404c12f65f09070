import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const engagement = await magnetiq.analytics.engagement();
console.log(engagement);
