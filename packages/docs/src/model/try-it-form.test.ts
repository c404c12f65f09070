import { operationsOf } from '@plumbline/spec-tools/document/document';
import { documentOf, parameter } from '@plumbline/spec-tools/document/small-document';
import { typeNamesOf } from '@plumbline/spec-tools/generate/type-names';
import { describe, expect, it } from 'vitest';
import { readOperationPage } from './operation-page.ts';
import type { DescribedDocument } from './spec-node.ts';
import { buildTryItForm } from './try-it-form.ts';

function formOf(name: string, described: object) {
  const components = { securitySchemes: { apiKey: { type: 'apiKey', name: 'X-API-KEY' } } };
  const document = documentOf({ [name]: described }, { components }) as DescribedDocument;
  const [operation] = operationsOf(document);
  if (!operation) throw new Error('The document has no operation.');
  return buildTryItForm(document, readOperationPage('vendor', document, operation, typeNamesOf('vendor', document)));
}

function inputOf(schema: object, example: unknown) {
  const parameters = [parameter('query', 'it', schema, { example })];
  return formOf('GET /it', { operationId: 'it/get', parameters }).inputs[0];
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

describe('the files of the form', () => {
  const filesIn = (mediaType: string, schema: object) => {
    const content = { [mediaType]: { schema, examples: { example: { value: {} } } } };
    return formOf('POST /it', { operationId: 'it/send', requestBody: { description: 'It.', content } }).files;
  };
  const file = { type: 'string', format: 'binary' };
  const properties = { photo: file, title: { type: 'string' }, pages: { type: 'array', items: file } };

  it('a multipart body has a file for each field of bytes', () => {
    expect(filesIn('multipart/form-data', { type: 'object', properties })).toEqual(['photo', 'pages']);
  });

  it('a body of bytes is one file, and JSON has none', () => {
    expect(filesIn('image/png', file)).toEqual(['']);
    expect(filesIn('application/json', { type: 'object', properties })).toEqual([]);
  });
});
