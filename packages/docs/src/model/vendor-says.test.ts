import { expect, it } from 'vitest';
import { allVendors } from './vendor.ts';
import { topicOf, vendorSays } from './vendor-says.ts';

const vendor = (key: string) => {
  const found = allVendors.find((other) => other.key === key);
  if (!found) throw new Error(`There is no ${key}.`);
  return found;
};

it('knows the topic of a section by how its heading begins', () => {
  expect(['Authentication', 'Errors', 'Pagination', 'Retries and limits', 'Install'].map(topicOf)).toEqual([
    'authentication',
    'errors',
    'pagination',
    'limits',
    undefined,
  ]);
});

it.each(allVendors.map(({ key }) => key))('has something to say of %s on each topic', (key) => {
  for (const topic of ['authentication', 'errors', 'pagination', 'limits'] as const) {
    expect(vendorSays(vendor(key), topic), topic).not.toEqual([]);
  }
});

it('counts each status of each operation once, under how it is known', () => {
  const { pages } = vendor('magicbell');
  const errors = pages.flatMap(({ answers }) => answers.filter(({ status }) => !status.startsWith('2')));
  const counted = vendorSays(vendor('magicbell'), 'errors').map(({ text }) => {
    const [, count] = / of (\d+) of \d+ operations/.exec(text) ?? [];
    return count === undefined ? pages.length : Number(count);
  });
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(errors.length);
});

it('tells of limits and keys only where they are documented', () => {
  const texts = (key: string) => vendorSays(vendor(key), 'limits').map(({ text }) => text);
  expect(texts('magnetiq')).toContain('Plan `free`: 100 an hour.');
  expect(texts('magicbell')).toContain('An `Idempotency-Key` is honored by `notifications.create`.');
  expect(texts('magnify')).toEqual(['No rate limit is documented.', 'No idempotency key is documented.']);
});
