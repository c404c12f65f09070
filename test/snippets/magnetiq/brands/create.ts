import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

// MAGNETIQ documents no field of a brand.
const brand = await magnetiq.brands.create({
  field: 'value',
});
console.log(brand);
