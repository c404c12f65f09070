/** What a client sends of a parameter, the validator and the sandbox read back: every location, style and type. */
import { defineClient, type Policy } from '@plumbline/runtime';
import { writeParameters } from '@plumbline/runtime/features';
import { recordingFetch } from '@plumbline/runtime/testing';
import { createSandbox } from '@plumbline/sandbox';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { documentOf, parameter } from '@plumbline/spec-tools/document/small-document';
import { definitionsOf } from '@plumbline/spec-tools/generate/definitions';
import { clientsOf } from '@plumbline/spec-tools/generate/operation-tree';
import { querySerializationOf } from '@plumbline/spec-tools/generate/query-serialization';
import { parametersOf, readParameters } from '@plumbline/spec-tools/validate/parameters';
import { createFinder, createValidator } from '@plumbline/spec-tools/validate/validate-exchange';
import fc, { type Arbitrary } from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from './arbitrary/arbitrary.ts';
import { textOf, wellFormed } from './arbitrary/text.ts';

type Place = 'path' | 'query' | 'header' | 'cookie';

const url = 'https://api.vendor.test';
const text = { type: 'string' };
const list = { type: 'array', items: text };
const numbers = { type: 'array', items: { type: 'integer' } };
const color = { type: 'object', properties: { name: text, size: { type: 'number' }, on: { type: 'boolean' } } };
const map = { type: 'object', additionalProperties: text };
const nested = {
  type: 'object',
  properties: {
    tags: list,
    inner: color,
    rows: { type: 'array', items: color },
    deep: { type: 'object', additionalProperties: map },
  },
};

const anyText = textOf(wellFormed, 1);
/** Characters that a header can have, without the white space that platforms trim. */
const headerText = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
});
const name = fc.stringMatching(/^[a-z]{1,8}$/);
const colorOf = (texts: Arbitrary<string>) =>
  fc.record({ name: texts, size: fc.integer(), on: fc.boolean() }, { requiredKeys: ['size'], noNullPrototype: true });
const listOf = <T>(items: Arbitrary<T>) => fc.array(items, { minLength: 1, maxLength: 4 });
const mapOf = <T>(values: Arbitrary<T>) =>
  fc.dictionary(name, values, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const without = (separator: RegExp, texts = anyText) => texts.filter((one) => !separator.test(one));

/** Whether a path has a value of it, however the client may encode it. */
const isSegment = (value: unknown): boolean => !/^\.{0,2}$/.test(String(value));

const cases: readonly (readonly [place: Place, style: object, schema: object, values: Arbitrary<unknown>])[] = [
  ...[{}, { style: 'label' }, { style: 'matrix' }].flatMap((style) => [
    ['path', style, text, anyText.filter(isSegment)] as const,
    ['path', style, { type: 'integer' }, fc.integer()] as const,
    ...[false, true].flatMap((explode) => [
      ['path', { ...style, explode }, list, listOf(anyText.filter(isSegment))] as const,
      ['path', { ...style, explode }, color, colorOf(anyText)] as const,
      ['path', { ...style, explode }, map, mapOf(anyText)] as const,
    ]),
  ]),
  ['query', {}, text, textOf(wellFormed)],
  ['query', {}, list, listOf(textOf(wellFormed))],
  ['query', { explode: false }, list, listOf(anyText)],
  ['query', { explode: false }, numbers, listOf(fc.integer())],
  ['query', { style: 'spaceDelimited' }, list, listOf(without(/ /))],
  ['query', { style: 'pipeDelimited' }, list, listOf(without(/\|/))],
  ['query', {}, color, colorOf(textOf(wellFormed))],
  ['query', { explode: false }, color, colorOf(anyText)],
  ['query', { style: 'pipeDelimited', explode: false }, color, colorOf(without(/\|/))],
  ['query', {}, map, mapOf(textOf(wellFormed))],
  ['query', { explode: false }, map, mapOf(anyText)],
  ['query', { style: 'deepObject' }, color, colorOf(textOf(wellFormed))],
  ['query', { style: 'deepObject' }, map, mapOf(textOf(wellFormed))],
  ['query', { style: 'deepObject' }, list, listOf(textOf(wellFormed))],
  [
    'query',
    { style: 'deepObject' },
    nested,
    fc.record(
      { tags: listOf(anyText), inner: colorOf(anyText), rows: listOf(colorOf(anyText)), deep: mapOf(mapOf(anyText)) },
      { requiredKeys: ['tags'], noNullPrototype: true },
    ),
  ],
  ['query', { allowReserved: true }, text, textOf(wellFormed)],
  ['query', { allowReserved: true, explode: false }, list, listOf(anyText)],
  ['query', {}, { type: 'array', items: numbers }, listOf(listOf(fc.integer()))],
  ['header', {}, text, headerText],
  ['header', {}, list, listOf(without(/,/, headerText))],
  ['header', {}, color, colorOf(without(/,/, headerText))],
  ['header', { explode: true }, color, colorOf(without(/,/, headerText))],
  ['cookie', {}, text, textOf(wellFormed)],
  ['cookie', {}, list, listOf(textOf(wellFormed))],
  ['cookie', { explode: false }, list, listOf(anyText)],
  ['cookie', {}, color, colorOf(textOf(wellFormed))],
  ...(['path', 'query', 'header', 'cookie'] as const).map(
    (place) =>
      [
        place,
        { content: { 'application/json': { schema: nested } } },
        {},
        fc.record({ tags: listOf(anyText) }, { noNullPrototype: true }),
      ] as const,
  ),
];

it.each(cases)(
  'a client sends a parameter in a %s of the style %j and the schema %j as others read it',
  async (place, style, schema, values) => {
    const path = place === 'path' ? '/things/{p}' : '/things';
    const given = 'content' in style ? { in: place, name: 'p', ...style } : parameter(place, 'p', schema, style);
    const responses = {
      200: { description: 'Done.', content: { 'application/json': { schema: {}, examples: { it: { value: {} } } } } },
    };
    const document = documentOf({
      [`GET ${path}`]: {
        operationId: 'things/get',
        parameters: [{ ...given, required: place === 'path' }],
        security: [],
        responses,
      },
    });
    const { get, requests } = clientOf(document);
    const sandbox = createSandbox(document as never);
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        await get({ p: value });
        const request = requests.at(-1);
        const exchange = {
          request: { method: 'GET', url: request?.url ?? '', headers: request?.headers ?? {} },
          response: { status: 200, headers: {} },
        };
        expect(createValidator(document, url).request(exchange)).toEqual([]);
        const match = createFinder(document, url)(exchange);
        const [operation] = operationsOf(document);
        if (!match || !operation) throw new Error('The document has no such operation.');
        const [read] = readParameters(document, parametersOf(document, operation), exchange.request, match);
        expect(read?.value).toEqual(value);
        const { status } = await sandbox.fetch(exchange.request.url, { headers: exchange.request.headers });
        expect(status).toBe(200);
      }),
      { ...runs, numRuns: 50 },
    );
  },
);

const noCredentials: Policy = (request, next) => next(request);

function clientOf(document: Document) {
  const operations = operationsOf(document);
  const serialization = querySerializationOf(document, operations);
  const [client] = clientsOf('vendor', document, operations);
  if (!client) throw new Error('The document has no client.');
  const table = definitionsOf(document, client, serialization);
  const fetch = recordingFetch(() => Response.json({}));
  const create = defineClient<object, { things: { get(params: object): Promise<unknown> } }, object>({
    name: 'createVendor',
    server: url,
    operations: table as never,
    querySerialization: serialization as never,
    features: { parameters: writeParameters },
    options: {},
    credentials: [{ required: [], policy: () => noCredentials }],
  } as never);
  const { things } = create({ fetch } as object);
  return { get: things.get, requests: fetch.requests };
}
