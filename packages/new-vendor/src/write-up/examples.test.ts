import { expect, it } from 'vitest';
import { noNotes } from '../notes.ts';
import type { Node } from '../read/source.ts';
import { examplesOf, fitsSchema, writeExamples } from './examples.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const pet = { type: 'object', required: ['name'], properties: { name: text, age: { type: 'integer' } } };

function write(media: Node, schema: Node = pet, components: Record<string, Node> = {}) {
  const notes = noNotes();
  const source = { name: 'api.yaml', document: { paths: {} } };
  const examples = writeExamples({ source, notes, schemas: { components } }, media, schema);
  return { values: Object.entries<Node>(examples).map(([name, { value }]) => [name, value]), notes };
}

it('examples of the document are kept without what their schema lacks', () => {
  const examples = { rex: { value: { name: 'Rex', extra: 1 } }, 'no name': { value: { age: 3 } } };
  const { values, notes } = write({ examples });
  expect(values).toEqual([['rex', { name: 'Rex' }]]);
  expect([...notes.leftOpen.keys()]).toEqual(['examples that do not fit their schema: a generated one is used']);
});

it('an example is generated where the document has none that fits', () => {
  expect(write({ example: { name: 7 } }).values).toEqual([['example', { name: 'string', age: 0 }]]);
  expect(write({}, ref('Pet'), { Pet: pet }).values).toEqual([['example', { name: 'string', age: 0 }]]);
});

it('an example that is JSON in a text is parsed where its schema wants JSON', () => {
  expect(write({ example: '{"name":"Rex"}' }).values).toEqual([['example', { name: 'Rex' }]]);
  expect(write({ example: '{"name":"Rex"}' }, text).values).toEqual([['example', '{"name":"Rex"}']]);
});

it('an example of a union has what its variant says of a property that the union has, too', () => {
  const variant = { type: 'object', properties: { name: { type: 'string', const: 'cat' } } };
  expect(examplesOf({ ...pet, anyOf: [variant] }, {})).toEqual([{ name: 'cat', age: 0 }]);
});

it('an example that looks like a live credential is not copied', () => {
  const keys = [`sk_${'live'}_0123456789abcdef`, `Bearer ${'a'.repeat(32)}`, `ghp_${'a'.repeat(36)}`];
  for (const name of keys)
    expect(write({ example: { name } }).values).toEqual([['example', { name: 'string', age: 0 }]]);
  expect(write({ example: { name: 'Bearer of news' } }).values).toEqual([['example', { name: 'Bearer of news' }]]);
});

it('an example of the document has a bound', () => {
  const { values, notes } = write({ example: { name: 'x'.repeat(20_000) } });
  expect(values).toEqual([['example', { name: 'string', age: 0 }]]);
  expect([...notes.leftOpen.keys()]).toEqual([expect.stringContaining('more than 16,000 characters')]);
});

it('examples of a schema have each variant of its union, up to four', () => {
  const variants = Array.from({ length: 9 }, (_, index) => ({ type: 'string', const: `v${index}` }));
  expect(examplesOf({ anyOf: variants }, {})).toEqual(['v0', 'v1', 'v2', 'v3']);
});

it('an example of a schema that holds itself ends', () => {
  const tree = { type: 'object', required: ['kids'], properties: { kids: { type: 'array', items: ref('Tree') } } };
  expect(examplesOf(ref('Tree'), { Tree: tree })).toEqual([{ kids: [] }]);
});

it('an example of types that hold one another is small', () => {
  const names = Array.from({ length: 40 }, (_, index) => `S${index}`);
  const properties = Object.fromEntries(
    names.map((name) => [name, { type: 'array', items: { anyOf: names.map(ref) } }]),
  );
  const components = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]));
  for (const example of examplesOf(ref('S0'), components)) expect(JSON.stringify(example).length).toBeLessThan(16_000);
});

it('a schema that must contain itself is relaxed', () => {
  const components: Record<string, Node> = {
    Node: { type: 'object', required: ['id', 'next'], properties: { id: text, next: ref('Node') } },
  };
  const { values, notes } = write({}, ref('Node'), components);
  expect(values).toEqual([['example', { id: 'string' }]]);
  expect(components.Node?.required).toEqual(['id']);
  expect([...notes.openPlaces.values()]).toEqual([['next']]);
});

it('a value fits a schema that was relaxed after its first use', () => {
  const components: Record<string, Node> = {
    Node: { type: 'object', required: ['id', 'next'], properties: { id: text, next: ref('Node') } },
  };
  write({ example: { id: 'a' } }, ref('Node'), components);
  expect(fitsSchema(components, ref('Node'), { id: 'a' })).toBe(true);
});

it.each([
  [{ type: 'string', minLength: 9 }, 'stringstr'],
  [{ type: 'string', maxLength: 2 }, 'st'],
  [{ type: 'string', format: 'date' }, '2019-08-24'],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ type: 'number', maximum: -1 }, -1],
  [{ type: ['boolean', 'null'] }, true],
  [{ type: 'array', items: text, minItems: 2 }, ['string', 'string']],
  [{ type: 'array', prefixItems: [text, { type: 'null' }] }, ['string', null]],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, { key: 0 }],
  [
    { type: 'object', properties: { a: text }, anyOf: [{ type: 'object', properties: { b: text } }] },
    { a: 'string', b: 'string' },
  ],
  [
    {
      allOf: [
        { type: 'object', properties: { a: text } },
        { type: 'object', properties: { b: text } },
      ],
    },
    { a: 'string', b: 'string' },
  ],
  [{ anyOf: [{ type: 'string', enum: ['x'] }, text, { type: 'null' }] }, 'x'],
  [{ type: 'string', examples: ['Rex'] }, 'Rex'],
  [{}, null],
])('an example of %j is %j', (schema, example) => {
  expect(examplesOf(schema, {})[0]).toEqual(example);
});

it('an example does not show a union again within itself', () => {
  const branch = (kind: string) => ({
    type: 'object',
    required: ['kind', 'branches'],
    properties: { kind: { const: kind }, branches: { type: 'array', items: ref('Any') } },
  });
  const components = { Any: { anyOf: [ref('Or'), ref('And')] }, Or: branch('or'), And: branch('and') };
  expect(write({}, ref('Any'), components).values.map(([, value]) => value)).toEqual([
    { kind: 'or', branches: [] },
    { kind: 'and', branches: [] },
  ]);
});

it('examples are kept without what the schema of a map lacks', () => {
  const { values } = write({ example: { rex: { name: 'Rex', extra: 1 } } }, { additionalProperties: pet });
  expect(values).toEqual([['example', { rex: { name: 'Rex' } }]]);
});
