/** The policies of a caller, around calls and around attempts. */

import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { fixedClient, fixedHeader } from '../../test/credentials.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import type { Policy } from '../pipeline/policy.ts';
import { networkError } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { createClient } from './create-client.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { ClientOptions } from './options.ts';

interface Thing {
  id: string;
}
interface paths {
  '/things/{id}': {
    get: { parameters: { path: Thing }; responses: { 200: { content: { 'application/json': Thing } } } };
  };
}
interface Operations {
  get(parameters: { id: string }, options?: CallOptions): Call<Thing>;
  create(parameters: object, options?: CallOptions): Call<Thing>;
}
const tokenUrl = 'https://auth.example.com/token';

function clientOf(
  script: ScriptedResponse | readonly ScriptedResponse[],
  options: Omit<ClientOptions, 'fetch' | 'clock'>,
  auth: Policy = fixedHeader({ 'X-Key': 'k3y' }),
) {
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const client = createClient<paths, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        get: { method: 'GET', path: '/things/{id}' },
        create: { method: 'POST', path: '/things', body: 'fields', idempotencyKey: true },
      },
      querySerialization: {},
      features: { createKey: createIdempotencyKey },
      auth,
    },
    { ...options, clock, fetch },
  );
  return { ...client, clock, requests: fetch.requests };
}
const found = Response.json({ id: '1' });
const busy = new Response(null, { status: 503 });
const bearer = () => fixedClient({ tokenUrl, parameters: {} });
const tokens = Response.json({ access_token: 't' });

/** Policies that record when a request passes them, and when its response does. */
function tracing() {
  const seen: string[] = [];
  const trace =
    (name: string): Policy =>
    async (request, next) => {
      seen.push(`> ${name}`);
      const response = await next(request);
      seen.push(`< ${name} ${response.status}`);
      return response;
    };
  return { seen, trace };
}

describe('the policies of a call and of its attempts', () => {
  it('policies run once per call and once per attempt, the first of each list outermost', async () => {
    const { seen, trace } = tracing();
    const policies = { call: [trace('call 1'), trace('call 2')], attempt: [trace('attempt 1'), trace('attempt 2')] };
    const { clock, get } = clientOf([busy, found], { policies });
    await clock.run(get({ id: '1' }));
    expect(seen).toEqual([
      ...['> call 1', '> call 2'],
      ...['> attempt 1', '> attempt 2', '< attempt 2 503', '< attempt 1 503'],
      ...['> attempt 1', '> attempt 2', '< attempt 2 200', '< attempt 1 200'],
      ...['< call 2 200', '< call 1 200'],
    ]);
  });

  it('policies of a call or of attempts are optional', async () => {
    const { seen, trace } = tracing();
    await clientOf(found, { policies: { call: [trace('call')], attempt: undefined } }).get({ id: '1' });
    await clientOf(found, { policies: { attempt: [trace('attempt')] } }).get({ id: '1' });
    expect(seen).toEqual(['> call', '< call 200', '> attempt', '< attempt 200']);
  });

  it('policies run for a request by client.api', async () => {
    const { seen, trace } = tracing();
    const { clock, api } = clientOf([busy, found], {
      policies: { call: [trace('call')], attempt: [trace('attempt')] },
    });
    await clock.run(api.GET('/things/{id}', { params: { path: { id: '1' } } }));
    expect(seen).toEqual(['> call', ...['> attempt', '< attempt 503', '> attempt', '< attempt 200'], '< call 200']);
  });

  it('policies of attempts see the credentials, policies of a call do not', async () => {
    const seen: unknown[] = [];
    const look =
      (name: string): Policy =>
      (request, next) => {
        seen.push([name, request.headers.get('X-Key'), request.headerRecord['x-key']]);
        return next(request);
      };
    await clientOf(found, { policies: { call: [look('call')], attempt: [look('attempt')] } }).get({ id: '1' });
    expect(seen).toEqual([
      ['call', null, undefined],
      ['attempt', 'k3y', 'k3y'],
    ]);
  });

  it('policies of attempts run for a token request, policies of a call do not', async () => {
    const seen: string[] = [];
    const look =
      (name: string): Policy =>
      (request, next) => {
        seen.push(`${name} ${request.method} ${request.path} ${request.headers.get('Authorization')}`);
        return next(request.withHeaders({ [`X-${name}`]: 'seen' }));
      };
    const { get, requests } = clientOf(
      [tokens, new Response(null, { status: 401 }), tokens, found],
      { policies: { call: [look('call')], attempt: [look('attempt')] } },
      bearer(),
    );
    await get({ id: '1' });
    expect(seen).toEqual([
      'call GET /things/{id} null',
      'attempt POST /token null',
      'attempt GET /things/{id} Bearer t',
      'attempt POST /token null',
      'attempt GET /things/{id} Bearer t',
    ]);
    expect(requests.map(({ headers }) => [headers['x-call'], headers['x-attempt']])).toEqual([
      [undefined, 'seen'],
      ['seen', 'seen'],
      [undefined, 'seen'],
      ['seen', 'seen'],
    ]);
  });

  it('policies see the operation and the options of the call', async () => {
    const seen: unknown[] = [];
    const look: Policy = (request, next) => {
      seen.push([request.call.operation?.idempotencyKey, request.call.options.timeout, request.body]);
      return next(request);
    };
    await clientOf(found, { policies: { call: [look], attempt: [look] } }).create({ a: 1 }, { timeout: 5 });
    expect(seen).toEqual(Array(2).fill([true, 5, '{"a":1}']));
  });

  it('policies can read a body that the caller reads too', async () => {
    const bodies: unknown[] = [];
    const read: Policy = async (request, next) => {
      const response = await next(request);
      bodies.push(await response.json());
      return response;
    };
    const { get } = clientOf(found, { policies: { call: [read], attempt: [read] } });
    expect(await get({ id: '1' })).toEqual({ id: '1' });
    expect(bodies).toEqual([{ id: '1' }, { id: '1' }]);
  });
});

describe('a policy of a call', () => {
  it('a policy of a call can send a request again, with the same body and idempotency key', async () => {
    const again: Policy = async (request, next) => {
      const response = await next(request);
      return response.ok ? response : next(request);
    };
    const { create, requests } = clientOf([busy, found], { retry: false, policies: { call: [again] } });
    expect(await create({ name: 'x' })).toEqual({ id: '1' });
    expect(requests.map(({ body }) => body)).toEqual(['{"name":"x"}', '{"name":"x"}']);
    expect(requests[1]?.headers['idempotency-key']).toBe(requests[0]?.headers['idempotency-key']);
  });

  it('a policy of a call can respond without a request', async () => {
    const cached: Policy = async () => Response.json({ id: 'cached' });
    const { get, requests, clock } = clientOf(found, { deadline: 1000, policies: { call: [cached] } });
    expect(await get({ id: '1' })).toEqual({ id: 'cached' });
    expect([requests, clock.pending]).toEqual([[], 0]);
  });

  it('a policy of a call can replace the URL, the headers and the body', async () => {
    const replace: Policy = (request, next) =>
      next(request.with({ url: 'https://proxy.example.com/x', body: 'other', headers: { 'x-only': '1' } }));
    const { create, requests } = clientOf(found, { policies: { call: [replace] } });
    await create({ a: 1 });
    expect(requests[0]).toMatchObject({ url: 'https://proxy.example.com/x', body: 'other', method: 'POST' });
    expect(requests[0]?.headers).toEqual({ 'x-key': 'k3y', 'x-only': '1' });
  });
});

describe('a policy of attempts', () => {
  it('a policy of attempts can sign each attempt with its credentials', async () => {
    const sign: Policy = (request, next) =>
      next(request.withHeaders({ 'X-Signature': `${request.headers.get('X-Key')} ${request.call.clock.now()}` }));
    const { clock, get, requests } = clientOf([busy, found], { policies: { attempt: [sign] } });
    await clock.run(get({ id: '1' }));
    expect(requests.map(({ headers }) => headers['x-signature'])).toEqual(['k3y 0', 'k3y 250']);
  });

  it('a policy of attempts sees the error of an attempt that is then retried', async () => {
    const errors: unknown[] = [];
    const look: Policy = (request, next) =>
      next(request).catch((error) => {
        errors.push(error.name);
        throw error;
      });
    const { clock, get } = clientOf([networkError('ECONNRESET'), found], { policies: { attempt: [look] } });
    expect(await clock.run(get({ id: '1' }))).toEqual({ id: '1' });
    expect(errors).toEqual(['ConnectionError']);
  });

  it('a policy of attempts ends a call with its own error, which is not retried', async () => {
    const own = new Error('own');
    const { get, requests } = clientOf(found, { policies: { attempt: [() => Promise.reject(own)] } });
    await expect(get({ id: '1' })).rejects.toBe(own);
    expect(requests).toEqual([]);
  });

  it('a policy of attempts is not limited by `timeout`, which it surrounds', async () => {
    const slow: Policy = async (request, next) => {
      await request.deadline.sleep(5000);
      return next(request);
    };
    const { clock, get } = clientOf(found, { timeout: 1000, policies: { attempt: [slow] } });
    expect(await clock.run(get({ id: '1' }))).toEqual({ id: '1' });
    expect(clock.time).toBe(5000);
  });
});

const hang: Policy = () => new Promise(() => {});
/** Hangs after the response has arrived. */
const hangAfter: Policy = async (request, next) => {
  await next(request);
  return new Promise(() => {});
};
describe.each([
  ['of a call', { call: [hang] }],
  ['of attempts', { attempt: [hang] }],
  ['of a call after the response', { call: [hangAfter] }],
  ['of attempts after the response', { attempt: [hangAfter] }],
])('a policy %s that hangs', (which, policies) => {
  const sendings: [
    string,
    (client: ReturnType<typeof clientOf>, options: { deadline: number; signal: AbortSignal }) => PromiseLike<unknown>,
  ][] = [
    ['a method', ({ get }, options) => get({ id: '1' }, options)],
    ['`client.api`', ({ api }, options) => api.GET('/things/{id}', { params: { path: { id: '1' } }, ...options })],
  ];

  it.each(sendings)(`a policy ${which} that hangs is ended by the deadline of %s`, async (_, send) => {
    const client = clientOf(found, { policies });
    const { signal } = new AbortController();
    const call = send(client, { deadline: 1000, signal });
    await expect(client.clock.run(call)).rejects.toMatchObject({ name: 'TimeoutError', timeout: 1000 });
    expect([client.clock.time, client.clock.pending]).toEqual([1000, 0]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each(sendings)(`a policy ${which} that hangs is ended by the signal of %s`, async (_, send) => {
    const client = clientOf(found, { policies });
    const controller = new AbortController();
    client.clock.after(700, () => controller.abort('stop'));
    const call = send(client, { signal: controller.signal, deadline: 1000 });
    await expect(client.clock.run(call)).rejects.toBe('stop');
    expect([client.clock.time, client.clock.pending]).toEqual([700, 0]);
  });
});
