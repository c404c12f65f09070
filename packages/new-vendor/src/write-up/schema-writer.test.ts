import { expect, it } from 'vitest';
import { noNotes } from '../notes.ts';
import type { Node } from '../read/source.ts';
import { createSchemaWriter } from './schema-writer.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };

/** Writes the schema `Out` of a document. */
function writeOut(schemas: Node, direction: 'request' | 'response' = 'response') {
  const notes = noNotes();
  const source = { name: 'api.yaml', document: { paths: {}, components: { schemas } } };
  const writer = createSchemaWriter(source, direction === 'response' ? ref('Out') : {}, notes);
  writer.write(ref('Out'), direction);
  const written = Object.entries(writer.components).map(([name, { 'x-evidence': _, ...schema }]) => [name, schema]);
  return { components: Object.fromEntries(written) as Node, notes };
}

it('a recursive schema refers to itself', () => {
  const { components, notes } = writeOut({ Out: { type: 'object', properties: { next: ref('Out') } } });
  expect(components.Out).toEqual({ type: 'object', properties: { next: ref('Out') } });
  expect(notes.leftOpen.size).toBe(0);
});

it('parts of an allOf that both have a property are merged in it', () => {
  const part = (name: string) => ({ properties: { m: { type: 'object', properties: { [name]: text } } } });
  const { components } = writeOut({ Out: { type: 'object', allOf: [part('x'), part('y')] } });
  expect(components.Out.properties.m.properties).toEqual({ x: text, y: text });
});

it('parts of an allOf that differ are what both accept', () => {
  const parts = [
    { type: ['string', 'null'], enum: ['a', 'b', null], maxLength: 9 },
    { type: 'string', enum: ['b', 'c'], maxLength: 5 },
  ];
  expect(writeOut({ Out: { allOf: parts } }, 'request').components.Out).toEqual({ type: 'string', enum: ['b'] });
  const numbers = [
    { type: 'number', minimum: 1 },
    { type: 'integer', minimum: 3 },
  ];
  expect(writeOut({ Out: { allOf: numbers } }, 'request').components.Out).toEqual({ type: 'integer', minimum: 3 });
});

it('a note names the first places of what is less exact', () => {
  const properties = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { type: 'string', not: {} }]));
  const { notes } = writeOut({ Out: { type: 'object', properties } });
  expect([...notes.leftOpen]).toEqual([['`not`: no type has it, and nothing checks it', 4]]);
  expect([...notes.openPlaces.values()]).toEqual([['Out.a', 'Out.b', 'Out.c']]);
});

it('a union in a response has a variant for kinds that the document does not list', () => {
  const variant = (kind: string) => ({
    type: 'object',
    required: ['kind', 'id'],
    properties: { kind: { const: kind }, id: text },
  });
  const schemas = { Out: { oneOf: [ref('Cat'), ref('Dog')] }, Cat: variant('cat'), Dog: variant('dog') };
  const open = {
    type: 'object',
    required: ['kind', 'id'],
    properties: { id: text, kind: text },
    additionalProperties: true,
  };
  expect(writeOut(schemas).components.Out).toEqual({ anyOf: [ref('Cat'), ref('Dog'), open] });
  expect(writeOut(schemas, 'request').components.Out).toEqual({ anyOf: [ref('Cat'), ref('Dog')] });
});

it('schemas whose names differ in case only have names that differ', () => {
  const { components } = writeOut({
    Out: { type: 'object', properties: { a: ref('pet'), b: ref('Pet') } },
    pet: { type: 'object', properties: { a: text } },
    Pet: { type: 'object', properties: { b: text } },
  });
  expect(Object.keys(components)).toEqual(['Out', 'Pet', 'Pet2']);
});

/** Schemas of which each refers to others, optionally in a union, as Stripe's expandable fields do. */
function chain(length: number): Node {
  const next = (index: number) => `S${(index + 1) % length}`;
  const schemas = Array.from({ length }, (_, index) => [
    `S${index}`,
    {
      type: 'object',
      required: ['id'],
      properties: {
        id: text,
        owner: { anyOf: [text, ref(next(index))] },
        list: { type: 'object', properties: { data: { type: 'array', items: ref(next(index)) } } },
        base: { allOf: [ref(`S${(index * 7) % length}`), { properties: { more: text } }] },
      },
    },
  ]);
  return { Out: { type: 'object', properties: { first: ref('S0') } }, ...Object.fromEntries(schemas) };
}

it('a writer does twice as much for twice as many schemas that refer to one another', () => {
  const size = (length: number) => {
    const { components, notes } = writeOut(chain(length));
    // Each schema, and what is merged within it.
    expect(Object.keys(components)).toHaveLength(2 * length + 1);
    expect(notes.leftOpen.size).toBe(0);
    return JSON.stringify(components).length;
  };
  expect(size(1000) / size(500)).toBeLessThan(2.2);
});

it('references with constraints beside them become one component each, however they lead to each other', () => {
  const names = ['Out', 'Account', 'Card', 'Payment', 'User'];
  const beside = (name: string) => ({ ...ref(name), type: 'object', minProperties: 1, description: `A ${name}.` });
  const schema = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, beside(name)])) };
  const { components } = writeOut(Object.fromEntries(names.map((name) => [name, schema])));
  expect(Object.keys(components).length).toBeLessThanOrEqual(2 * names.length ** 2);
});

it('a union in the property that all its variants share is written once', () => {
  const variant = (kind: string) => ({
    type: 'object',
    required: ['kind', 'branches'],
    properties: {
      kind: { type: 'string', enum: [kind] },
      branches: { type: 'array', description: `Those of ${kind}.`, items: { oneOf: [ref('Or'), ref('And')] } },
    },
  });
  const { components } = writeOut({ Out: { oneOf: [ref('Or'), ref('And')] }, Or: variant('OR'), And: variant('AND') });
  expect(Object.keys(components)).toEqual(['Out', 'Or', 'And', 'OutBranches']);
  const { branches } = components.Out.anyOf.at(-1).properties;
  expect(branches.items).toEqual({ $ref: '#/components/schemas/OutBranches' });
  expect(components.OutBranches.anyOf.at(-1).properties.branches.items).toEqual(branches.items);
});

it('a variant that requires a property of the object beside it has the type of that property', () => {
  const { components, notes } = writeOut({
    Out: {
      type: 'object',
      properties: { domain: text, url: text },
      anyOf: [{ required: ['domain'] }, { required: ['url'] }],
    },
  });
  expect(components.Out.anyOf).toEqual([
    { type: 'object', properties: { domain: text }, required: ['domain'] },
    { type: 'object', properties: { url: text }, required: ['url'] },
  ]);
  expect(notes.leftOpen.size).toBe(0);
});

it('a variant that allows no other properties allows those of the object beside it', () => {
  const closed = { type: 'object', properties: { a: text }, additionalProperties: false };
  const { components } = writeOut(
    {
      Out: { allOf: [{ oneOf: [ref('A'), ref('B')] }, { type: 'object', properties: { id: text } }] },
      A: closed,
      B: { type: 'object', properties: { b: text }, additionalProperties: false },
    },
    'request',
  );
  expect(components.Out).toEqual({
    type: 'object',
    properties: { id: text },
    anyOf: [
      { type: 'object', properties: { a: text } },
      { type: 'object', properties: { b: text } },
    ],
  });
});
