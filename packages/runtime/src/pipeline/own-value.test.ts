import { expect, it } from 'vitest';
import { isRecord, ownCopy, ownTable, ownValue } from './own-value.ts';

it('ownValue reads own properties only', () => {
  expect(ownValue({ a: 1 }, 'a')).toBe(1);
  expect(ownValue({}, 'constructor')).toBeUndefined();
  expect(ownValue(Object.create({ a: 1 }), 'a')).toBeUndefined();
});

it('ownCopy and ownTable make objects that inherit nothing, and keep `__proto__` as a name', () => {
  const given = JSON.parse('{"a":{"b":1},"__proto__":{"c":1}}');
  for (const copy of [ownCopy(given), ownTable(given)]) {
    expect('toString' in (copy as object)).toBe(false);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(given));
  }
});

it('ownTable copies tables and lists in a table, and leaves everything else', () => {
  const test = /a/;
  const call = () => {};
  const table = { inner: { list: [{ test }], call } };
  const copy = ownTable(table);
  expect(copy).toEqual(table);
  expect('toString' in (copy.inner.list[0] as object)).toBe(false);
  expect(copy.inner.list[0]?.test).toBe(test);
  expect(copy.inner.call).toBe(call);
});

it.each<[name: string, value: unknown, expected: boolean]>([
  ['an object', {}, true],
  ['an object without a prototype', Object.create(null), true],
  ['an instance of a class', new (class {})(), true],
  ['null', null, false],
  ['a list', [], false],
  ['a Map', new Map(), false],
  ['a Date', new Date(), false],
  ['a function', () => {}, false],
  ['text', 'a', false],
])('isRecord tells whether %s is a record', (_, value, expected) => {
  expect(isRecord(value)).toBe(expected);
});
