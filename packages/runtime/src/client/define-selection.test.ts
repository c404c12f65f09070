import { expect, expectTypeOf, it } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { CallOptions, IdempotentCallOptions, NegotiatedCallOptions } from '../pipeline/call-options.ts';
import { header } from '../policies/auth/header.ts';
import { recordingFetch } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { listByCount } from './counted-pages.ts';
import { defineSelection, type SelectedOperation } from './define-selection.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { ClientOptions } from './options.ts';
import type { PagedCall } from './paged-call.ts';

interface Thing {
  id: string;
}
interface Operations {
  readonly things: {
    get(params: { id: string }, options?: CallOptions): Call<Thing>;
    list(params?: object, options?: CallOptions): PagedCall<{ things: Thing[] }, Thing>;
    create(params: Thing, options?: IdempotentCallOptions): Call<Thing>;
    read<Media extends 'a/json' | 'text/csv' = 'a/json'>(
      params?: object,
      options?: NegotiatedCallOptions<Media>,
    ): Call<{ 'a/json': Thing; 'text/csv': string }[Media]>;
  };
}
type Method<Name extends keyof Operations['things']> = SelectedOperation<Operations['things'][Name]>;

const thingsGet: Method<'get'> = { method: 'GET', path: '/things/{id}' };
const thingsList: Method<'list'> = {
  method: 'GET',
  path: '/things',
  pagination: { style: 'offset', parameter: 'offset', sizeParameter: 'limit', items: ['things'] },
  features: { lists: { offset: listByCount } },
};
const thingsCreate: Method<'create'> = {
  method: 'POST',
  path: '/things',
  body: 'fields',
  idempotencyKey: true,
  features: { createKey: createIdempotencyKey },
};
const thingsRead: Method<'read'> = { method: 'GET', path: '/read', responseMediaTypes: ['a/json', 'text/csv'] };

const createAcmeWith = defineSelection<object, ClientOptions>({
  name: 'createAcme',
  server: 'https://api.example.com',
  querySerialization: {},
  options: {},
  credentials: [{ required: [], policy: header(() => ({})) }],
});

it('a client of selected operations has them as methods, by the names of the caller', async () => {
  const fetch = recordingFetch(Response.json({ id: '1' }));
  const acme = createAcmeWith({ things: { get: thingsGet }, thingsCreate }, { fetch });
  expect(await acme.things.get({ id: '1' })).toEqual({ id: '1' });
  expect(await acme.thingsCreate({ id: '1' })).toEqual({ id: '1' });
  expect(fetch.requests.map(({ url }) => url)).toEqual([
    'https://api.example.com/things/1',
    'https://api.example.com/things',
  ]);
  expect(fetch.requests[1]?.headers['idempotency-key']).toMatch(/^[\w-]{36}$/);
  expect(Object.keys(acme)).toEqual(['api', 'things', 'thingsCreate']);
});

it('a client of selected operations pages a list, which brings what it needs', async () => {
  const page = Response.json({ things: [{ id: '1' }] });
  const acme = createAcmeWith({ thingsList }, { fetch: recordingFetch([page, Response.json({ things: [] })]) });
  expect(await acme.thingsList().toArray({ limit: 5 })).toEqual([{ id: '1' }]);
});

it('a client of selected operations has the serializers of all their bodies', async () => {
  const upload = (mediaType: string): SelectedOperation<() => Call<Thing>> => ({
    method: 'POST',
    path: '/things',
    body: 'whole',
    requestMediaType: mediaType,
    features: { bodies: { [mediaType]: () => `as ${mediaType}` } },
  });
  const fetch = recordingFetch(Response.json({ id: '1' }));
  const acme = createAcmeWith({ one: upload('a/one'), two: upload('a/two') }, { fetch });
  for (const send of [acme.one, acme.two] as ((params: object) => Call<Thing>)[]) await send({ body: 'text' });
  expect(fetch.requests.map(({ body }) => body)).toEqual(['as a/one', 'as a/two']);
});

it('the methods of selected operations have the types of the methods of the whole client', () => {
  const acme = createAcmeWith({ things: { get: thingsGet, read: thingsRead }, thingsList });
  expectTypeOf(acme.things.get).toEqualTypeOf<Operations['things']['get']>();
  expectTypeOf(acme.thingsList).toEqualTypeOf<Operations['things']['list']>();
  expectTypeOf(acme.things.read<'text/csv'>).returns.toEqualTypeOf<Call<string>>();
  expectTypeOf(acme).not.toHaveProperty('thingsCreate');
  expectTypeOf(acme).toHaveProperty('api');
  // @ts-expect-error -- a client has `api` itself.
  () => createAcmeWith({ api: thingsGet });
  // @ts-expect-error -- this is not an operation.
  () => createAcmeWith({ get: 'things/get' });
});

it('a selection with something else than an operation throws, with its name', () => {
  const wrong = { things: { get: undefined } } as never;
  expect(() => createAcmeWith(wrong)).toThrow(PlumblineError);
  expect(() => createAcmeWith(wrong)).toThrow('createAcme: `get` must be an operation');
});
