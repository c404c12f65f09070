import { expect, it } from 'vitest';
import { allVendors } from './vendor.ts';
import { findTopic, listStatements } from './vendor-statements.ts';

const vendor = (key: string) => {
  const found = allVendors.find((other) => other.key === key);
  if (!found) throw new Error(`The vendor ${key} does not exist.`);
  return found;
};

it('findTopic finds the topic of a section by the first word of its heading', () => {
  expect(['Authentication', 'Errors', 'Pagination', 'Retries and limits', 'Install'].map(findTopic)).toEqual([
    'authentication',
    'errors',
    'pagination',
    'limits',
    undefined,
  ]);
});

it.each(allVendors.map(({ key }) => key))('the spec of %s has statements about each topic', (key) => {
  for (const topic of ['authentication', 'errors', 'pagination', 'limits'] as const) {
    expect(listStatements(vendor(key), topic), topic).not.toEqual([]);
  }
});

it('error statements count each status of each operation once, under its evidence level', () => {
  const { pages } = vendor('magicbell');
  const errors = pages.flatMap(({ responses }) => responses.filter(({ status }) => !status.startsWith('2')));
  const counted = listStatements(vendor('magicbell'), 'errors').map(({ text }) => {
    const [, count] = / \((\d+) of \d+ operations\)/.exec(text) ?? [];
    return count === undefined ? pages.length : Number(count);
  });
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(errors.length);
});

it('lists that are paged alike are one statement, which names each of them', () => {
  const { pages } = vendor('magicbell');
  const paged = pages.filter(({ operation }) => operation.object['x-pagination']).map(({ name }) => `\`${name}\``);
  const texts = listStatements(vendor('magicbell'), 'pagination').map(({ text }) => text);
  expect(texts.flatMap((text) => text.match(/`\w+(\.\w+)+`/g) ?? []).sort()).toEqual(paged.sort());
  expect(texts.length).toBeLessThan(paged.length);
  const kinds = texts.map((text) => text.slice(text.indexOf(': ')));
  expect(kinds).toEqual([...new Set(kinds)]);
});

it('rate limits and idempotency keys are stated only if they are documented', () => {
  const texts = (key: string) => listStatements(vendor(key), 'limits').map(({ text }) => text);
  expect(texts('magnetiq')).toContain('Plan `free`: 100 an hour.');
  expect(texts('magicbell')).toContain('The vendor honors an `Idempotency-Key` on `notifications.create`.');
  expect(texts('magnify')).toEqual(['No rate limit is documented.', 'No idempotency key is documented.']);
});

it('a note that several statements share stands at the first of them', () => {
  const { document, ...rest } = vendor('magicbell');
  const evidence = { level: 'unknown', source: 'api.yaml', note: 'Converted without review.' } as const;
  const scheme = (note: string) =>
    ({ type: 'apiKey', in: 'header', name: 'X', 'x-evidence': { ...evidence, note } }) as const;
  const securitySchemes = {
    one: scheme(evidence.note),
    two: scheme(evidence.note),
    other: scheme('Seen in an example.'),
  };
  const components = { ...document.components, securitySchemes };
  const statements = listStatements({ ...rest, document: { ...document, components, servers: [] } }, 'authentication');
  expect(statements.map((statement) => statement.evidence)).toEqual([
    evidence,
    { level: 'unknown', source: 'api.yaml' },
    { ...evidence, note: 'Seen in an example.' },
  ]);
});
