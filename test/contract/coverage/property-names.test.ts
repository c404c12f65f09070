import { bodyOf, documentOf } from '@plumbline/spec-tools/document/small-document';
import { createSchemaValidators } from '@plumbline/spec-tools/validate/schema-validators';
import { expect, it } from 'vitest';
import { declaredProperties, reachedProperties } from './property-names.ts';

const text = { type: 'string' };
const node = {
  type: 'object',
  properties: { name: text, next: { $ref: '#/components/schemas/Node' }, 'a/b': text },
  allOf: [{ properties: { all: text } }],
  oneOf: [
    { required: ['dog'], properties: { dog: text } },
    { required: ['cat'], properties: { cat: text } },
  ],
};
const list = { type: 'array', items: { properties: { item: text } } };
const map = { type: 'object', properties: { own: text }, additionalProperties: { properties: { other: text } } };
const document = documentOf(
  { 'POST /': { requestBody: bodyOf({ $ref: '#/components/schemas/Node' }) } },
  { components: { schemas: { Node: node, List: list, Map: map } } as never },
);
const pointer = (name: string) => `/components/schemas/${name}`;
const short = (names: Set<string>) =>
  [...names].map((name) => name.replace('/components/schemas/', '').replaceAll('/properties/', '.')).sort();

function reached(name: string, value: unknown) {
  const names = new Set<string>();
  reachedProperties(document, createSchemaValidators(document), pointer(name), value, names);
  return short(names);
}

it('a property is declared once where its schema is referred to twice', () => {
  const names = new Set<string>();
  declaredProperties(document, '/paths/~1/post/requestBody/content/application~1json/schema', names);
  const own = ['Node.a~1b', 'Node.name', 'Node.next'];
  expect(short(names)).toEqual([...own, 'Node/allOf/0.all', 'Node/oneOf/0.dog', 'Node/oneOf/1.cat'].sort());
});

it.each([
  ['Node', { cat: 'c' }, ['Node/oneOf/1.cat']],
  [
    'Node',
    { dog: 'd', next: { cat: 'c', name: 'n' } },
    ['Node.name', 'Node.next', 'Node/oneOf/0.dog', 'Node/oneOf/1.cat'],
  ],
  ['Node', { 'a/b': 'x', all: 'a', undeclared: 'u', dog: 1 }, ['Node.a~1b', 'Node/allOf/0.all']],
  ['Node', null, []],
  ['List', [{}, { item: 'i' }], ['List/items.item']],
  ['List', [], []],
  ['Map', { own: 'o', any: { other: 'x' } }, ['Map.own', 'Map/additionalProperties.other']],
])('a value of %s, %j, reaches %j', (name, value, expected) => {
  expect(reached(name, value)).toEqual(expected);
});
