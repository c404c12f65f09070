import type { DocumentCase } from '../document-case.ts';
import { documentOf, list, ok, refuses, sends } from '../parameter-document.ts';

export const parameterCases: readonly DocumentCase[] = [
  {
    vendor: 'unions-of-parameters',
    document: documentOf('/things/{id}', [
      `{ name: id, in: path, required: true, schema: { oneOf: [{ type: string }, { type: integer }] } }`,
      `{ name: since, in: query, schema: { type: [string, integer, 'null'] } }`,
      `{ name: ids, in: query, explode: false, schema: { anyOf: [{ type: string }, ${list}] } }`,
      `{ name: kinds, in: query, schema: { type: array, items: { type: string, enum: [a, b] } } }`,
      `{ name: mixed, in: query, schema: { type: array, items: { oneOf: [{ type: integer }, { type: string }] } } }`,
      `{ name: day, in: query, schema: { type: string, format: date-time } }`,
      `{ name: on, in: query, schema: { type: boolean } }`,
    ]),
    exchanges: [
      sends('a client sends a number in a path', { id: 12 }, '/things/12'),
      sends('a client sends text in a path', { id: 'a' }, '/things/a'),
      sends(
        'a client sends each variant of a union',
        { id: 1, since: 5, ids: ['a', 'b'], mixed: [1, 'x'], on: false },
        '/things/1?since=5&ids=a,b&mixed=1&mixed=x&on=false',
      ),
      sends(
        'a client sends the other variant of a union',
        { id: 1, since: 'now', ids: 'a', kinds: ['a', 'b'] },
        '/things/1?since=now&ids=a&kinds=a&kinds=b',
      ),
      sends(
        'a client sends empty text and a date',
        { id: 1, since: '', day: new Date(0) },
        '/things/1?since=&day=1970-01-01T00%3A00%3A00.000Z',
      ),
      refuses('a client refuses null in a query', { id: 1, since: null }, '`since` cannot be sent'),
    ],
    types: `export const input: api.ThingsGetParams = { id: 12, since: 'x', ids: ['a'], kinds: ['a'], mixed: [1, 'x'] };
export const other: api.ThingsGetParams = { id: 'a', since: 12, ids: 'a' };
// @ts-expect-error: a boolean is neither text nor a number
export const wrong: api.ThingsGetParams = { id: true };`,
  },
  {
    vendor: 'parameters-of-a-path-item',
    document: `
openapi: 3.0.3
info: { title: Acme, version: '1' }
paths:
  /things/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: page, in: query, schema: { type: string } }
      - { $ref: '#/components/parameters/Org' }
    get:
      operationId: things/get
      parameters: [{ name: page, in: query, schema: { type: integer } }]
      ${ok}
components:
  parameters: { Org: { name: X-Org, in: header, required: true, schema: { type: string } } }
`,
    exchanges: [
      sends('a client takes the parameters of a path item', { id: 'a', page: 2, 'X-Org': 'o' }, '/things/a?page=2', {
        'x-org': 'o',
      }),
    ],
    types: `export const input: api.ThingsGetParams = { id: 'a', page: 2, 'X-Org': 'o' };
// @ts-expect-error: the operation replaces the parameter of its path
export const wrong: api.ThingsGetParams = { id: 'a', page: 'x', 'X-Org': 'o' };`,
  },
  {
    vendor: 'names-of-parameters',
    document: documentOf('/things', [
      `{ name: 'filter[name]', in: query, schema: { type: string } }`,
      `{ name: $top, in: query, schema: { type: integer } }`,
      `{ name: 'user id', in: query, schema: { type: string } }`,
      `{ name: constructor, in: query, schema: { type: string } }`,
      `{ name: __proto__, in: query, schema: { type: string } }`,
      `{ name: 'ids[]', in: query, schema: ${list} }`,
    ]),
    exchanges: [
      sends(
        'a client sends names as the document writes them',
        JSON.parse('{"filter[name]":"a","$top":1,"user id":"b","constructor":"c","__proto__":"d","ids[]":["e","f"]}'),
        '/things?filter[name]=a&$top=1&user%20id=b&constructor=c&__proto__=d&ids[]=e&ids[]=f',
      ),
    ],
  },
  {
    vendor: 'maps-in-brackets',
    document: documentOf('/things', [
      '{ name: metadata, in: query, style: deepObject, explode: true, schema: { type: object, additionalProperties: { type: string } } }',
    ]),
    exchanges: [
      sends(
        'a client encodes the names of a map, so that none adds a parameter',
        { metadata: { 'a&admin': '1', 'b c': '2' } },
        '/things?metadata[a%26admin]=1&metadata[b%20c]=2',
      ),
    ],
  },
];
