import fc from 'fast-check';
import { expect, it } from 'vitest';
import { disturbed } from './disturb.ts';
import { runs } from './runs.ts';

const body = { id: 7, state: 'ON', list: [{ name: 'a' }] };
const drawn = fc.sample(disturbed(fc.constant(body)), runs).map((value) => JSON.stringify(value));

it.each([
  ['leaves some as they are', JSON.stringify(body)],
  ['puts null in the place of all', 'null'],
  ['puts null in a place', '{"id":null,"state":"ON","list":[{"name":"a"}]}'],
  ['puts null deep within', '{"id":7,"state":"ON","list":[{"name":null}]}'],
  ['empties lists', '{"id":7,"state":"ON","list":[]}'],
  ['puts null into lists', '{"id":7,"state":"ON","list":[null,{"name":"a"}]}'],
  ['takes fields away', '{"id":7,"state":"ON","list":[{}]}'],
  ['makes text of numbers', '{"id":"7","state":"ON","list":[{"name":"a"}]}'],
])('%s', (_, expected) => {
  expect(drawn).toContain(expected);
});

it('adds fields, and changes values to what no enum has', () => {
  expect(drawn.some((text) => /^\{"id":7,"state":"ON","list":\[\{"name":"a"\}\],"/.test(text))).toBe(true);
  expect(drawn.some((text) => /^\{"id":7,"state":"(?!ON").*","list":\[\{"name":"a"\}\]\}$/.test(text))).toBe(true);
});

it('never changes what it was given', () => {
  expect(JSON.stringify(body)).toBe('{"id":7,"state":"ON","list":[{"name":"a"}]}');
});
