import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from './arbitrary.ts';
import { disturbed } from './disturb.ts';

const body = { id: 7, state: 'ON', list: [{ name: 'a' }] };
const drawn = fc.sample(disturbed(fc.constant(body)), runs).map((value) => JSON.stringify(value));

it.each([
  ['leaves some unchanged', JSON.stringify(body)],
  ['replaces the whole body by null', 'null'],
  ['replaces a field by null', '{"id":null,"state":"ON","list":[{"name":"a"}]}'],
  ['replaces a nested field by null', '{"id":7,"state":"ON","list":[{"name":null}]}'],
  ['empties lists', '{"id":7,"state":"ON","list":[]}'],
  ['adds null to lists', '{"id":7,"state":"ON","list":[null,{"name":"a"}]}'],
  ['removes fields', '{"id":7,"state":"ON","list":[{}]}'],
  ['turns numbers into text', '{"id":"7","state":"ON","list":[{"name":"a"}]}'],
])('disturbed %s', (_, expected) => {
  expect(drawn).toContain(expected);
});

it('disturbed adds fields and replaces values by new enum members', () => {
  expect(drawn.some((text) => /^\{"id":7,"state":"ON","list":\[\{"name":"a"\}\],"/.test(text))).toBe(true);
  expect(drawn.some((text) => /^\{"id":7,"state":"(?!ON").*","list":\[\{"name":"a"\}\]\}$/.test(text))).toBe(true);
});

it('disturbed does not mutate the original value', () => {
  expect(JSON.stringify(body)).toBe('{"id":7,"state":"ON","list":[{"name":"a"}]}');
});
