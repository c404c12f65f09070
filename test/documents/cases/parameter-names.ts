import type { DocumentCase } from '../document-case.ts';
import { documentOf, list, sends } from '../parameter-document.ts';

export const parameterNameCases: readonly DocumentCase[] = [
  {
    vendor: 'one-name-in-many-places',
    document: documentOf('/things/{id}', [
      `{ name: id, in: path, required: true, schema: { type: string } }`,
      `{ name: id, in: query, schema: { type: integer } }`,
      `{ name: id, in: header, schema: { type: string } }`,
      `{ name: id, in: cookie, schema: { type: string } }`,
    ]),
    exchanges: [
      sends(
        'a client tells parameters of one name apart',
        { id: 'a', query_id: 1, header_id: 'b', cookie_id: 'c' },
        '/things/a?id=1',
        { id: 'b', cookie: 'id=c' },
      ),
    ],
    types: `export const input: api.ThingsGetParams = { id: 'a', query_id: 1, header_id: 'b', cookie_id: 'c' };
// @ts-expect-error: it is a number
export const wrong: api.ThingsGetParams = { id: 'a', query_id: 'b' };`,
  },
  {
    vendor: 'one-name-taken-twice',
    document: documentOf('/things/{id}', [
      `{ name: id, in: path, required: true, schema: { type: string } }`,
      `{ name: id, in: query, schema: { type: integer } }`,
      `{ name: query_id, in: query, schema: { type: string } }`,
    ]),
    exchanges: [
      sends(
        'a client never gives one name to two parameters',
        { id: 'a', query_id: 'x', query_query_id: 2 },
        '/things/a?query_id=x&id=2',
      ),
    ],
  },
  {
    vendor: 'one-name-in-query-and-body',
    document: documentOf(
      '/things',
      [`{ name: uris, in: query, schema: { type: string } }`],
      'post',
      `      requestBody: { content: { application/json: { schema: { type: object, properties: { uris: ${list}, position: { type: integer } } } } } }\n`,
    ),
    exchanges: [
      {
        name: 'a client takes a body as one parameter if a field has the name of a parameter',
        call: (client) => client.things.get({ uris: 'a', body: { uris: ['b'], position: 1 } }),
        sends: { method: 'POST', url: 'https://api.acme.test/things?uris=a', body: { uris: ['b'], position: 1 } },
      },
    ],
    types: `export const input: api.ThingsGetParams = { uris: 'a', body: { uris: ['b'], position: 1 } };`,
  },
  {
    vendor: 'a-parameter-called-body',
    document: documentOf(
      '/things/{id}',
      [
        `{ name: id, in: path, required: true, schema: { type: string } }`,
        `{ name: body, in: query, schema: { type: string } }`,
      ],
      'post',
      `      requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: string } } } } }\n`,
    ),
    exchanges: [
      {
        name: 'a client tells a parameter called body from the request body',
        call: (client) => client.things.get({ id: 'x', query_body: 'a', body: ['b'] }),
        sends: { url: 'https://api.acme.test/things/x?body=a', body: ['b'] },
      },
    ],
    types: `export const input: api.ThingsGetParams = { id: 'x', query_body: 'a', body: ['b'] };`,
  },
];
