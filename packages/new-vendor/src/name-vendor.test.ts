import { expect, it } from 'vitest';
import { nameVendor } from './name-vendor.ts';

it.each(['no-such-vendor', 'nosuch', 'nosuch2'])('nameVendor accepts %s', (name) => {
  expect(nameVendor(name)).toBe(name);
});

it.each([
  [undefined, /^Name the vendor/],
  ['AcmeCorp', /`AcmeCorp` cannot name a vendor\. Write it in kebab-case/],
  ['acme_corp', /kebab-case/],
  ['acme--corp', /kebab-case/],
  ['-acme', /kebab-case/],
  ['2acme', /kebab-case/],
  ['', /kebab-case/],
  ['../acme', /kebab-case/],
  ['acme/../../etc', /kebab-case/],
  ['acme\n', /kebab-case/],
  ['new', /`new` is a keyword of JavaScript/],
  ['magnify', /specs.magnify already exists/],
  ['runtime', /packages.runtime already exists/],
])('nameVendor refuses %j with a reason', (name, says) => {
  expect(() => nameVendor(name)).toThrow(says);
});
