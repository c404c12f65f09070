import { createRequire } from 'node:module';
import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { createSandbox } from '@plumbline/sandbox';
import { describe, expect, it } from 'vitest';
import { type Document, operationsOf } from '../document/document.ts';
import { isConverted } from '../document/is-converted.ts';
import { readSpec } from '../document/read-spec.ts';
import { sandboxFiles, stripSpec } from './sandbox-data.ts';

describe.each(vendors)('the data of %s', (vendor) => {
  const document = readSpec(vendor);
  const files = sandboxFiles(vendor, document);

  it(`the declared credentials of ${vendor} are those that a sandbox accepts, and those of its vendor.json`, () => {
    const { credentials } = createSandbox(stripSpec(document));
    expect(credentials).toEqual(readVendor(vendor).clients[0]?.mock);
    const [, declared = ''] = /readonly credentials: \{ (.*) \};/.exec(files['sandbox.d.ts'] ?? '') ?? [];
    const fields = Object.keys(credentials).map((name) => `readonly "${name}": string;`);
    expect(declared.split(/(?<=;) /).sort()).toEqual(fields.sort());
  });

  it(`the declared operations of ${vendor} are those of its spec`, () => {
    const names = operationsOf(document).map(({ id }) => `"${id}"`);
    expect(files['sandbox.d.ts']).toContain(`readonly operations: ${names.join(' | ')};`);
  });

  it(`the modules of ${vendor} have no description, and no evidence of what is documented`, () => {
    const { 'sandbox.js': module = '', 'sandbox.cjs': required = '' } = files;
    expect(module).not.toMatch(/"x-evidence":\{[^{}]*("level":"documented"|"source":)/);
    const texts = proseOf(document);
    expect(texts.filter((text) => module.includes(JSON.stringify(text)))).toEqual([]);
    expect(required.startsWith(module.replace('export default', 'module.exports ='))).toBe(true);
    expect(module.length).toBeLessThan(JSON.stringify(document).length - texts.join('').length);
    // The examples of a vendor's own document may have such names.
    if (isConverted(document)) return;
    expect(module).not.toMatch(/"level":"documented"|"source":|"externalDocs":|"description":"/);
    expect(module.length).toBeLessThan(JSON.stringify(document).length * 0.8);
  });
});

it('the CommonJS module of a spec is its data, and has them as its default export', () => {
  const data = createRequire(import.meta.url)('@plumbline/spec-magnify/sandbox');
  expect(data.default).toBe(data);
  expect(data.__esModule).toBe(true);
  expect(JSON.parse(JSON.stringify(data))).toEqual(stripSpec(readSpec('magnify')));
});

it('names that a document chose are kept, also those of texts for people', () => {
  const document = {
    'x-resources': { title: { path: '/titles', set: { description: 'none' }, 'x-evidence': { level: 'documented' } } },
    components: {
      schemas: {
        summary: {
          title: 'Summary',
          properties: { description: { type: 'string', description: 'For people.' }, tags: { type: 'array' } },
          default: { title: 'kept' },
          'x-evidence': { level: 'unknown', note: 'Why.', source: 'A page.' },
        },
      },
    },
    paths: {
      '/titles': {
        get: {
          summary: 'For people.',
          parameters: [{ in: 'query', name: 'title', example: 'For people.' }],
          responses: { 200: { description: 'Fine.', content: { 'text/plain': { example: 'kept' } } } },
        },
      },
    },
  };
  expect(stripSpec(document as never)).toEqual({
    'x-resources': { title: { path: '/titles', set: { description: 'none' } } },
    components: {
      schemas: {
        summary: {
          properties: { description: { type: 'string' }, tags: { type: 'array' } },
          default: { title: 'kept' },
          'x-evidence': { level: 'unknown', note: 'Why.' },
        },
      },
    },
    paths: {
      '/titles': {
        get: {
          parameters: [{ in: 'query', name: 'title' }],
          responses: { 200: { content: { 'text/plain': { example: 'kept' } } } },
        },
      },
    },
  });
});

it('the specs have texts that only people read', () => {
  expect(vendors.flatMap((vendor) => proseOf(readSpec(vendor))).length).toBeGreaterThan(50);
});

/** The texts of operations and schemas that only people read. Short ones may be examples, too. */
function proseOf(document: Document): string[] {
  const described: readonly object[] = [
    ...operationsOf(document).map(({ object }) => object),
    ...Object.values(document.components?.schemas ?? {}).map(Object),
  ];
  const texts = described.flatMap((one) => [Object(one).description, Object(one).summary]);
  return texts.filter((text) => typeof text === 'string' && text.length > 20);
}
