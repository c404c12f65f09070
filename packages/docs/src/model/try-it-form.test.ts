import { operationsOf } from '@plumbline/spec-tools/document/document';
import { documentOf, parameter } from '@plumbline/spec-tools/document/small-document';
import { typeNamesOf } from '@plumbline/spec-tools/generate/type-names';
import { describe, expect, it } from 'vitest';
import { readOperationPage } from './operation-page.ts';
import type { DescribedDocument } from './spec-node.ts';
import { buildTryItForm } from './try-it-form.ts';

function inputOf(schema: object, example: unknown) {
  const parameters = [parameter('query', 'it', schema, { example })];
  const components = { securitySchemes: { apiKey: { type: 'apiKey', name: 'X-API-KEY' } } };
  const document = documentOf(
    { 'GET /it': { operationId: 'it/get', parameters } },
    { components },
  ) as DescribedDocument;
  const [operation] = operationsOf(document);
  if (!operation) throw new Error('The document has no operation.');
  return buildTryItForm(document, readOperationPage('vendor', document, operation, typeNamesOf('vendor', document)))
    .inputs[0];
}

describe('an input of the form', () => {
  const known = { type: 'string', enum: ['asc', 'desc'], default: 'asc' };

  it('an input of an enum has its values and its default', () => {
    expect(inputOf(known, 'desc')).toMatchObject({ values: ['asc', 'desc'], open: false, default: '"asc"' });
  });

  it('an input of an open enum suggests the known values', () => {
    const schema = { anyOf: [known, { type: 'string' }] };
    expect(inputOf(schema, 'desc')).toMatchObject({ values: ['asc', 'desc'], open: true });
  });

  it('an input of a boolean has two values', () => {
    expect(inputOf({ type: 'boolean' }, true)).toMatchObject({ values: ['true', 'false'], open: false });
  });

  it('an input of text or of an array has no values to choose from', () => {
    expect(inputOf({ type: 'string' }, 'x')?.values).toEqual([]);
    expect(inputOf({ type: 'array', items: known }, ['asc'])).toMatchObject({ values: [], structured: true });
  });
});
