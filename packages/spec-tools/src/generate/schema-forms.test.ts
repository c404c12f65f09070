import { expect, it } from 'vitest';
import { bodyOf, documentOf } from '../document/small-document.ts';
import { generateSchema } from './schema.ts';
import { typeNamesOf } from './type-names.ts';

const text = { type: 'string' };
const number = { type: 'number' };

/** The declaration of the schema `It`, on one line. */
async function typeOf(schema: object, schemas: object = {}, operations: Record<string, object> = {}): Promise<string> {
  const document = documentOf(operations, { components: { schemas: { It: schema, ...schemas } } });
  const code = await generateSchema(document, typeNamesOf('small-vendor', document));
  const declaration = /export (?:type|interface) It\b[\s\S]*?(?=\n(?:export|\/\*\*)|\n?$)/.exec(code)?.[0] ?? '';
  return declaration.replace(/\s+/g, ' ').trim();
}

it.each([
  [
    'a list of an open enum',
    { type: 'array', items: { anyOf: [{ type: 'string', enum: ['x', 'y'] }, text] } },
    'export type It = ("x" | "y" | (string & {}))[];',
  ],
  [
    'an open enum of numbers',
    { anyOf: [{ type: 'integer', enum: [1] }, { type: 'integer' }, { type: 'null' }] },
    'export type It = 1 | (number & {}) | null;',
  ],
  [
    'an open enum of several types',
    { anyOf: [{ enum: [1, 'two'] }, text, { type: 'null' }] },
    'export type It = 1 | "two" | (string & {}) | null;',
  ],
  ['a tuple', { type: 'array', prefixItems: [text, number], items: false }, 'export type It = [ string, number ];'],
  [
    'a tuple with more items',
    { type: 'array', prefixItems: [text], items: number },
    'export type It = [ string, ...number[] ];',
  ],
  [
    'a list of tuples',
    { type: 'array', items: { type: 'array', prefixItems: [text] } },
    'export type It = [ string ][];',
  ],
  [
    'a schema that accepts nothing',
    { type: 'object', properties: { a: { not: {} } } },
    'export interface It { a?: never; }',
  ],
  [
    'a union beside properties',
    {
      type: 'object',
      properties: { a: text },
      anyOf: [
        { type: 'object', properties: { b: text } },
        { type: 'object', properties: { c: text } },
      ],
    },
    'export type It = { a?: string | undefined; } & ({ b?: string | undefined; } | { c?: string | undefined; });',
  ],
])('%s has its type', async (_, schema, type) => {
  expect(await typeOf(schema)).toBe(type);
});

it('the last variant of a union has the other kinds', async () => {
  const cat = { type: 'object', required: ['kind'], properties: { kind: { const: 'cat' } } };
  const open = { type: 'object', required: ['kind'], properties: { kind: text }, additionalProperties: true };
  const union = { anyOf: [{ $ref: '#/components/schemas/Cat' }, open] };
  expect(await typeOf(union, { Cat: cat })).toContain('Cat | ({ kind: Unlisted; } & {');
  expect(await typeOf({ anyOf: [{ type: 'object', properties: { kind: text } }, open] })).not.toContain('Unlisted');
});

it('other properties of a type can be sent beside named ones of another type', async () => {
  const map = { type: 'object', properties: { name: text }, additionalProperties: number };
  expect(await typeOf(map)).toContain('[key: string]: number;');
  const requestBody = bodyOf({ $ref: '#/components/schemas/It' });
  expect(await typeOf(map, {}, { 'POST /things': { operationId: 'things/create', requestBody } })).toContain(
    '[key: string]: number | string | undefined;',
  );
});

it('a doc comment leaves out what says only that a part was not reviewed', async () => {
  const evidence = { level: 'unknown', source: 'api.yaml', note: 'Converted without review.' };
  const document = documentOf({}, { components: { schemas: { It: { ...text, 'x-evidence': evidence } } } });
  expect(await generateSchema(document, typeNamesOf('small-vendor', document))).not.toContain('Evidence');
});
