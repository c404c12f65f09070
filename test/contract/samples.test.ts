/** What the vendors' pages print is kept as data, belongs to operations of the specs, and is what the specs accept. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Operation, operationsOf, readSpec, root, vendors } from '@plumbline/scripts/spec';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

interface Sample {
  readonly source: string;
  readonly operation: string;
  readonly part: 'request' | 'response';
  readonly status?: number;
  readonly mediaType?: string;
  readonly query?: object;
  readonly body?: unknown;
  readonly contradiction?: string;
}

/** What of a sample a schema speaks of, with that schema. */
function* partsOf(sample: Sample, { body, parameters, responses }: Operation): Generator<[unknown, object]> {
  const { part, mediaType = '', status, query } = sample;
  if (query) yield [query, schemaOfQuery(parameters)];
  const described = part === 'request' ? body : responses[String(status)];
  if ('body' in sample) yield [sample.body, described?.content?.[mediaType]?.schema ?? nothing];
  else if (part === 'request' && body?.required) yield [undefined, nothing];
}

/** The schema of what the spec does not describe at all. */
const nothing = { not: {} };

function schemaOfQuery(parameters: Operation['parameters']): object {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    required: query.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

describe.each(vendors)('%s', (vendor) => {
  const folder = join(root, 'specs', vendor, 'samples');
  const document = readSpec(vendor);
  const operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));
  const samples = readdirSync(folder).map((file): [string, Sample] => [
    file,
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ]);

  it('keeps samples', () => {
    expect(samples.length).toBeGreaterThan(0);
  });

  it.each(samples)('%s names its source and an operation of the spec', (file, sample) => {
    expect(sample.source).toMatch(/§/);
    expect(operations.has(sample.operation)).toBe(true);
    expect(file.startsWith(`${sample.operation.replaceAll('/', '.')}.${sample.part}`)).toBe(true);
    if (sample.part === 'response') {
      expect(Object.keys(operations.get(sample.operation)?.responses ?? {})).toContain(String(sample.status));
    }
  });

  it.each(samples)('%s is accepted by the spec, unless it says what it contradicts', (_, sample) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const operation = operations.get(sample.operation);
    const refusals = [...partsOf(sample, operation as Operation)].flatMap(([value, schema]) => {
      // The references of a schema count from the root of the document.
      ajv.validate({ ...document, allOf: [schema] }, value);
      return ajv.errors ?? [];
    });
    if (sample.contradiction) expect(refusals).not.toEqual([]);
    else expect(refusals).toEqual([]);
  });
});
