/** How the parts of an operation become a request. */

import { describe, expect, it } from 'vitest';
import { fixedClient, fixedHeader } from '../../test/credentials.ts';
import type { UntypedCallOptions } from '../pipeline/call-options.ts';
import type { OperationDefinition, OperationTable, QuerySerialization } from '../pipeline/operation.ts';
import type { Policy } from '../pipeline/policy.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import { createIdempotencyKey } from './idempotency-key.ts';

type Method = (parameters?: object, options?: UntypedCallOptions) => Call<unknown>;
interface Setup {
  readonly script?: ScriptedResponse;
  readonly auth?: Policy;
  readonly headers?: Readonly<Record<string, string>>;
  readonly querySerialization?: QuerySerialization;
}

function clientOf<Operations>(
  operations: OperationTable,
  { script = Response.json({}), auth = fixedHeader({ 'X-Key': 'k3y' }), headers, querySerialization = {} }: Setup = {},
) {
  const fetch = recordingFetch(script);
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations,
      querySerialization,
      features: { createKey: createIdempotencyKey },
      auth,
    },
    { clock: new ManualClock(), fetch, headers },
  );
  return { ...client, requests: fetch.requests };
}

/** Calls one operation. Resolves with its request and its result. */
async function send(
  operation: Partial<OperationDefinition>,
  parameters: object = {},
  options: UntypedCallOptions = {},
  setup: Setup = {},
) {
  const definition = { method: 'GET', path: '/things', ...operation };
  const { call, requests } = clientOf<{ call: Method }>({ call: definition }, setup);
  const result = await call(parameters, options).result();
  expect(requests).toHaveLength(1);
  return { request: requests[0], result };
}

describe('a header parameter', () => {
  const operation = { parameters: { 'X-Trace': { in: 'header' }, 'X-Count': { in: 'header' } } } as const;

  it('a header parameter is sent as a header, not in the query', async () => {
    const { request } = await send(operation, { 'X-Trace': 't', 'X-Count': 3, page: 1 });
    expect(request?.url).toBe('https://api.example.com/things?page=1');
    expect(request?.headers).toMatchObject({ 'x-trace': 't', 'x-count': '3' });
  });

  it('a header parameter is not sent if it is undefined', async () => {
    const { request } = await send(operation, { 'X-Trace': undefined });
    expect(request?.headers).not.toHaveProperty('x-trace');
  });

  it('a header parameter overrides a header of the client', async () => {
    const { request } = await send(operation, { 'X-Trace': 'mine' }, {}, { headers: { 'x-trace': 'client' } });
    expect(request?.headers['x-trace']).toBe('mine');
  });

  it('a header of the call overrides a header parameter, in any case of its name', async () => {
    for (const name of ['X-Trace', 'x-trace', 'X-TRACE']) {
      const { request } = await send(operation, { 'X-Trace': 'parameter' }, { headers: { [name]: 'call' } });
      expect(request?.headers['x-trace'], name).toBe('call');
    }
  });

  it('a header parameter that cannot be sent is refused by name', async () => {
    await expect(send(operation, { 'X-Trace': 's3cret\n\n.' })).rejects.toThrow(/^The header `X-Trace` has/);
  });
});

describe('the headers of an operation', () => {
  it('the headers of an operation are sent with their values in the spec', async () => {
    const { request } = await send({ headers: { 'X-Version': '2' } }, {}, {}, { headers: { 'x-version': '1' } });
    expect(request?.headers['x-version']).toBe('2');
  });

  it('the headers of a call override those of the operation, in any case of their names', async () => {
    const { request } = await send({ headers: { 'X-Version': '2' } }, {}, { headers: { 'x-version': '3' } });
    expect(request?.headers['x-version']).toBe('3');
  });
});

it('a header of the call overrides an idempotency key, in any case of its name', async () => {
  const operation = { method: 'POST', body: 'fields', idempotencyKey: true } as const;
  for (const options of [{}, { idempotencyKey: 'option' }]) {
    const headers = { 'Idempotency-Key': 'header' };
    expect((await send(operation, {}, { ...options, headers })).request?.headers['idempotency-key']).toBe('header');
  }
});

describe('requestMediaType', () => {
  it.each([
    ['application/json', '{"a":"b c"}'],
    ['application/merge-patch+json', '{"a":"b c"}'],
    ['application/x-www-form-urlencoded', 'a=b+c'],
  ])('requestMediaType %s is sent as Content-Type, with a body of that type', async (requestMediaType, body) => {
    const { request } = await send({ method: 'PATCH', body: 'fields', requestMediaType }, { a: 'b c' });
    expect(request?.headers['content-type']).toBe(requestMediaType);
    expect(request?.body).toBe(body);
  });

  it('requestMediaType is JSON by default', async () => {
    const { request } = await send({ method: 'POST', body: 'fields' }, { a: 1 });
    expect([request?.headers['content-type'], request?.body]).toEqual(['application/json', '{"a":1}']);
  });

  it('requestMediaType is not sent without a body', async () => {
    const requestMediaType = 'application/x-www-form-urlencoded';
    const { request } = await send({ method: 'POST', body: 'optional', requestMediaType });
    expect([request?.headers['content-type'], request?.body]).toEqual([undefined, null]);
  });
});

describe('responseMediaTypes', () => {
  const csv = { script: new Response('a,b', { headers: { 'Content-Type': 'text/csv' } }) };
  const json = { script: Response.json({ a: 1 }) };
  const both = { responseMediaTypes: ['text/csv', 'application/json'] };

  it('responseMediaTypes has the default first, which is accepted and read', async () => {
    const { request, result } = await send(both, {}, {}, csv);
    expect(request?.headers.accept).toBe('text/csv');
    expect(result).toMatchObject({ ok: true, data: 'a,b' });
  });

  it('responseMediaTypes is JSON by default', async () => {
    const { request, result } = await send({}, {}, {}, json);
    expect(request?.headers.accept).toBe('application/json');
    expect(result).toMatchObject({ ok: true, data: { a: 1 } });
  });

  it('the option `accept` overrides responseMediaTypes unless it is undefined', async () => {
    const { request, result } = await send(both, {}, { accept: 'application/json' }, json);
    expect(request?.headers.accept).toBe('application/json');
    expect(result).toMatchObject({ ok: true, data: { a: 1 } });
    expect((await send(both, {}, { accept: undefined }, csv)).request?.headers.accept).toBe('text/csv');
  });

  it('responseMediaTypes makes a response of another type an error', async () => {
    expect((await send(both, {}, {}, json)).result).toMatchObject({ ok: false, status: 200, error: { a: 1 } });
  });

  it('responseMediaTypes that are empty make any text a success without data', async () => {
    const script = new Response('<html>deleted</html>', { headers: { 'Content-Type': 'text/html' } });
    const { request, result } = await send({ responseMediaTypes: [] }, {}, {}, { script });
    expect(request?.headers.accept).toBe('application/json');
    expect(result).toMatchObject({ ok: true, data: undefined });
    expect(await result.response.text()).toBe('<html>deleted</html>');
  });

  it('responseMediaTypes of a JSON subtype are parsed', async () => {
    const type = 'application/vnd.acme+json';
    const script = new Response('{"a":1}', { headers: { 'Content-Type': type } });
    const { request, result } = await send({ responseMediaTypes: [type] }, {}, {}, { script });
    expect([request?.headers.accept, result.data]).toEqual([type, { a: 1 }]);
  });
});

describe('a parameter with its own style', () => {
  const querySerialization = { array: { style: 'form', explode: false } } as const;
  const parameters = { ids: { style: 'form', explode: true }, at: { style: 'pipeDelimited', explode: false } } as const;

  it('a parameter with its own style is written in it, the others in the default style', async () => {
    const input = { tags: ['a', 'b'], ids: [1, 2], at: ['x', 'y'], page: 3 };
    const { request } = await send({ parameters }, input, {}, { querySerialization });
    expect(request?.url).toBe('https://api.example.com/things?tags=a,b&ids=1&ids=2&at=x|y&page=3');
  });

  it('a parameter with its own style does not affect other operations', async () => {
    const { one, two, requests } = clientOf<{ one: Method; two: Method }>(
      { one: { method: 'GET', path: '/1', parameters }, two: { method: 'GET', path: '/2' } },
      { querySerialization },
    );
    await one({ ids: [1, 2] });
    await two({ ids: [1, 2] });
    expect(requests.map(({ url }) => url)).toEqual([
      'https://api.example.com/1?ids=1&ids=2',
      'https://api.example.com/2?ids=1,2',
    ]);
  });
});

describe('the credentials of an operation', () => {
  it.each([
    ['are sent by default', {}, 'k3y'],
    ['are sent for schemes', { security: [['key']] }, 'k3y'],
    ['are not sent if there is no alternative', { security: [] }, undefined],
  ])('the credentials of an operation %s', async (_, operation, key) => {
    expect((await send(operation)).request?.headers['x-key']).toBe(key);
  });

  it('the credentials of an operation cause no token request if they are optional', async () => {
    const auth = fixedClient({ tokenUrl: 'https://auth.example.com/token', parameters: {} });
    const { request } = await send({ security: [[], ['oauth']] }, {}, {}, { auth });
    expect(request?.url).toBe('https://api.example.com/things');
    expect(request?.headers).not.toHaveProperty('authorization');
  });
});

it('a table of operations becomes methods in groups, each with its own request', async () => {
  interface Operations {
    readonly users: { list: Method; readonly topics: { get: Method } };
    readonly ping: Method;
    readonly requests_: { method: Method; path: Method };
  }
  const { users, ping, requests_, requests } = clientOf<Operations>({
    users: {
      list: { method: 'GET', path: '/users' },
      topics: { get: { method: 'GET', path: '/users/{user_id}/topics/{topic}' } },
    },
    ping: { method: 'POST', path: '/ping' },
    // Named like fields of an operation.
    requests_: { method: { method: 'DELETE', path: '/m' }, path: { method: 'PUT', path: '/p' } },
  });
  await users.list({ page: 1 });
  await users.topics.get({ user_id: 'u', topic: 't', extra: 'x' });
  await ping();
  await requests_.method();
  await requests_.path();
  expect(requests.map(({ method, url, body }) => `${method} ${url.slice(23)} ${body}`)).toEqual([
    'GET /users?page=1 null',
    'GET /users/u/topics/t?extra=x null',
    'POST /ping null',
    'DELETE /m null',
    'PUT /p null',
  ]);
});
