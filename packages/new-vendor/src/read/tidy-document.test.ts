import { expect, it } from 'vitest';
import { noNotes } from '../notes.ts';
import type { Node } from './source.ts';
import { tidyDocument } from './tidy-document.ts';

function tidy(schema: unknown): Node {
  const notes = noNotes();
  const { components } = tidyDocument({ openapi: '3.1.1', paths: {}, components: { schemas: { A: schema } } }, notes);
  return { schema: components.schemas.A, open: [...notes.leftOpen.keys()] };
}

it.each([
  ['a <script>x</script>', 'a &lt;script>x&lt;/script>'],
  ['<img src=x onerror=y>', '&lt;img src=x onerror=y>'],
  ['[a](javascript:b)', '[a](javascript&#58;b)'],
  ['a < b, <b>bold</b><br>', 'a < b, <b>bold</b><br>'],
])('the text %j is kept without markup that runs', (text, kept) => {
  expect(tidy({ type: 'string', description: text }).schema.description).toBe(kept);
});

it('a text that is not a text is removed', () => {
  expect(tidy({ type: 'string', description: { a: 1 }, title: 3 }).schema).toEqual({ type: 'string' });
});

it('a list of schemas in `items` becomes a tuple', () => {
  const items = [{ type: 'string' }, { type: 'integer' }];
  expect(tidy({ type: 'array', items, additionalItems: false })).toEqual({
    schema: { type: 'array', prefixItems: items, items: false },
    open: [],
  });
});

it('parts of another form are removed and noted', () => {
  expect(tidy({ type: 'object', properties: [{ name: 'a' }], required: true })).toEqual({
    schema: { type: 'object' },
    open: [
      '`required` that is not a list of names: it is ignored',
      'parts of another form than OpenAPI has: they are ignored',
    ],
  });
});

it('values are left unchanged', () => {
  const example = { $ref: '#/nowhere', description: '<script>', properties: [] };
  const schema = {
    type: 'object',
    properties: { example: { type: 'string' } },
    example,
    default: example,
    enum: [example],
  };
  expect(tidy(schema)).toEqual({ schema, open: [] });
});
