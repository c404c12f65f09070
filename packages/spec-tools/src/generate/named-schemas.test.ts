import { expect, it } from 'vitest';
import { documentOf } from '../document/small-document.ts';
import { generateSchema } from './schema.ts';
import { typeNamesOf } from './type-names.ts';

async function generate(schemas: Readonly<Record<string, object>>) {
  const document = documentOf({}, { components: { schemas } });
  return await generateSchema(document, typeNamesOf('small-vendor', document));
}
const text = { type: 'string' };

it('a schema that is an object is an exported interface with its doc comment', async () => {
  const code = await generate({ User: { type: 'object', description: 'A user.', properties: { name: text } } });
  expect(code).toContain('/** A user. */\nexport interface User {\n    name?: string | undefined;\n}\n');
  expect(code).toContain('        User: User;\n');
});

it('a schema of another type than object is an exported alias', async () => {
  const code = await generate({ Names: { type: 'array', items: text }, Id: { anyOf: [text, { type: 'number' }] } });
  expect(code).toContain('export type Names = string[];');
  expect(code).toContain('export type Id = string | number;');
});

it('a schema refers to another by its name', async () => {
  const $ref = '#/components/schemas/error';
  const code = await generate({
    error: { type: 'object' },
    Page: { type: 'object', properties: { errors: { $ref } } },
  });
  expect(code).toContain('        error: ErrorModel;\n');
  expect(code).toContain('    errors?: ErrorModel | undefined;');
  expect(code).not.toContain('components["schemas"]');
});

it('an object with named and with any other properties is one interface', async () => {
  const code = await generate({ User: { type: 'object', properties: { name: text }, additionalProperties: true } });
  expect(code).toContain('export interface User {\n    name?: string | undefined;\n    [key: string]: unknown;\n}');
});

it('an object stays an intersection if its other properties have a type', async () => {
  const code = await generate({
    User: { type: 'object', properties: { age: { type: 'number' } }, additionalProperties: text },
  });
  expect(code).toContain('export type User = {\n    age?: number | undefined;\n} & {\n    [key: string]: string;\n};');
});

it('a required property does not accept undefined', async () => {
  const code = await generate({ User: { type: 'object', required: ['id'], properties: { id: text } } });
  expect(code).toContain('    id: string;');
});

it('the text of a description is not taken for code', async () => {
  const description = 'Ends with `{ a?: string }`.';
  expect(await generate({ User: { type: 'object', description } })).toContain(description);
});

it('types without members are left out', async () => {
  const code = await generate({ User: { type: 'object' } });
  expect(code).not.toMatch(/webhooks|\$defs/);
  expect(code).toContain('export interface User {\n    [key: string]: unknown;\n}');
});
