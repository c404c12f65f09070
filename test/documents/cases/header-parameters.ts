import type { DocumentCase } from '../document-case.ts';
import { color, documentOf, list, refuses, sends } from '../parameter-document.ts';

export const headerParameterCases: readonly DocumentCase[] = [
  {
    vendor: 'header-parameters',
    document: documentOf('/things', [
      `{ name: X-Org, in: header, required: true, schema: { type: string } }`,
      `{ name: X-Trace, in: header, schema: { type: integer } }`,
      `{ name: X-Tags, in: header, schema: ${list} }`,
      `{ name: X-Color, in: header, explode: true, schema: ${color} }`,
      `{ name: X-Version, in: header, required: true, schema: { type: string, enum: ['2024-01-01'] } }`,
      `{ name: Accept, in: header, schema: { type: string } }`,
      `{ name: Authorization, in: header, required: true, schema: { type: string } }`,
    ]),
    exchanges: [
      sends('a client sends headers by their names', { 'X-Org': 'acme', 'X-Trace': 7 }, '/things', {
        'x-org': 'acme',
        'x-trace': '7',
        'x-version': '2024-01-01',
        authorization: undefined,
        accept: 'application/json',
      }),
      sends(
        'a client sends lists and objects in headers',
        { 'X-Org': 'a', 'X-Tags': ['b', 'c'], 'X-Color': { R: 1, G: 2 } },
        '/things',
        {
          'x-tags': 'b,c',
          'x-color': 'R=1,G=2',
        },
      ),
      refuses(
        'a client refuses a comma in a list of a header',
        { 'X-Org': 'a', 'X-Tags': ['b,c'] },
        '`X-Tags[0]` cannot have a separator',
      ),
      refuses(
        'a client refuses a header that cannot be sent',
        { 'X-Org': 'a\nb' },
        'The header `X-Org` has an invalid name or value',
      ),
    ],
    types: `export const input: api.ThingsGetParams = { 'X-Org': 'acme', 'X-Trace': 7, 'X-Tags': ['a'], 'X-Color': { R: 1 } };
// @ts-expect-error: X-Org is required
export const wrong: api.ThingsGetParams = { 'X-Trace': 7 };`,
  },
  {
    vendor: 'cookie-parameters',
    document: documentOf('/things', [
      `{ name: session, in: cookie, required: true, schema: { type: string } }`,
      `{ name: theme, in: cookie, schema: { type: string, enum: [dark, light] } }`,
      `{ name: ids, in: cookie, explode: false, schema: { type: array, items: { type: integer } } }`,
    ]),
    exchanges: [
      sends('a client sends a cookie', { session: 'a b;c' }, '/things', { cookie: 'session=a%20b%3Bc' }),
      sends('a client sends cookies together', { session: 'a', theme: 'dark', ids: [1, 2] }, '/things', {
        cookie: 'session=a; theme=dark; ids=1,2',
      }),
      {
        name: 'a client sends its cookies with those of the caller',
        call: (client) => client.things.get({ session: 'a' }, { headers: { Cookie: 'own=1' } }),
        sends: { headers: { cookie: 'own=1; session=a' } },
      },
    ],
    types: `export const input: api.ThingsGetParams = { session: 'a', theme: 'dark' };
// @ts-expect-error: session is required
export const wrong: api.ThingsGetParams = { theme: 'dark' };`,
  },
];
