import type { Document } from '@plumbline/spec-tools/document/document';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { expect, it } from 'vitest';
import { callOf } from './snippets.ts';

it('a call without an optional parameter takes its body as the method does', () => {
  const content = {
    'application/json': {
      schema: { type: 'object', properties: { uris: { type: 'array' }, start: { type: 'integer' } } },
      examples: { example: { value: { start: 1 } } },
    },
  };
  const parameters = [{ name: 'uris', in: 'query', schema: { type: 'string' }, example: 'a' }];
  const put = { operationId: 'items/replace', parameters, requestBody: { content }, responses: {} };
  const document = { paths: { '/items': { put } } } as unknown as Document;
  const [operation] = operationsOf(document);
  expect(operation && callOf(document, operation)).toBe('items.replace({ body: { start: 1 } })');
});
