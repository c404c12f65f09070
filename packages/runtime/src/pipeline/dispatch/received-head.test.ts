import { describe, expect, it } from 'vitest';
import { ReceivedHead } from './received-head.ts';

const record = { 'content-type': 'text/csv', 'set-cookie': ['a=1', 'b=2'], 'x-many': ['1', '2'], 'x-latin': 'Zoë' };
const alternating = Object.entries(record).flatMap(([name, values]) =>
  [values].flat().flatMap((value) => [Buffer.from(name), Buffer.from(value, 'latin1')]),
);
const headOf = (fields: ConstructorParameters<typeof ReceivedHead>[3]) =>
  new ReceivedHead(203, 'Fine', 'https://api.example.com/a', fields);

describe.each([
  ['a record', record],
  ['alternating names and values', alternating],
])('ReceivedHead of %s', (form, fields) => {
  it(`ReceivedHead of ${form} has the status, the reason phrase, the URL and the headers`, () => {
    const head = headOf(fields);
    expect(head).toMatchObject({ status: 203, statusText: 'Fine', url: 'https://api.example.com/a' });
    expect(['Content-Type', 'X-Many', 'X-Latin', 'X-None'].map((name) => head.headers.get(name))).toEqual([
      'text/csv',
      '1, 2',
      'Zoë',
      null,
    ]);
    expect(head.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(head.headers).toBe(head.headers);
    expect(head.coding).toBe('');
  });
});

it.each([
  [{ 'content-encoding': 'gzip' }],
  [{ 'Content-Encoding': ['gzip'] }],
  [[Buffer.from('Content-Encoding'), Buffer.from('gzip')]],
])('ReceivedHead reads the coding of %j', (fields) => {
  expect(headOf(fields).coding).toBe('gzip');
});
