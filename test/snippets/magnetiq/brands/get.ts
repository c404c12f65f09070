import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const brand = await magnetiq.brands.get({ id: 'brand-1' });
console.log(brand);
