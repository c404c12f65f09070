import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CallOptions, RetryOptions, UntypedCallOptions } from '../pipeline/call-options.ts';
import { clientCredentials } from '../policies/auth/client-credentials.ts';
import { header } from '../policies/auth/header.ts';
import type { ClientCredentialsOptions } from '../policies/auth/request-token.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import type { ClientDefinition } from './client-definition.ts';
import { defineClient } from './define-client.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import type { CallerPolicies, ClientOptions } from './options.ts';
import { rateLimits } from './rate-limits.ts';

type Undefined<Options> = { readonly [Name in keyof Required<Options>]: undefined };
interface Options extends ClientOptions {
  readonly apiKey?: string | undefined;
  readonly rateLimit?: boolean | undefined;
}
interface Operations {
  create(params?: object, options?: UntypedCallOptions): Call<unknown>;
}

const noRetry: Undefined<RetryOptions> = {
  attempts: undefined,
  baseDelay: undefined,
  maxDelay: undefined,
  maxRetryAfter: undefined,
};
const noPolicies: Undefined<CallerPolicies> = { call: undefined, attempt: undefined };
const noClientOptions: Undefined<Options> = {
  apiKey: undefined,
  rateLimit: undefined,
  baseUrl: undefined,
  fetch: undefined,
  transport: undefined,
  timeout: undefined,
  deadline: undefined,
  maxResponseBytes: undefined,
  retry: undefined,
  observe: undefined,
  clock: undefined,
  headers: undefined,
  policies: undefined,
  allowInsecureRequests: undefined,
};
const noCallOptions: Undefined<UntypedCallOptions> = {
  signal: undefined,
  timeout: undefined,
  deadline: undefined,
  maxResponseBytes: undefined,
  retry: undefined,
  headers: undefined,
  idempotencyKey: undefined,
  accept: undefined,
};

const definition: ClientDefinition<Options> = {
  name: 'createAcme',
  server: 'https://api.example.com',
  operations: { create: { method: 'POST', path: '/things', body: 'fields', idempotencyKey: true } },
  querySerialization: {},
  features: { createKey: createIdempotencyKey },
  options: { apiKey: { environment: 'ACME_API_KEY', type: undefined, default: undefined, pattern: undefined } },
  credentials: [{ required: ['apiKey'], optional: undefined, policy: header(({ apiKey }) => ({ 'X-Key': apiKey })) }],
  rateLimit: rateLimits({ true: [{ requests: 1, seconds: 60 }] }),
  servers: undefined,
  input: undefined,
};

/** A client of an environment with a key. The options are passed unchanged. */
function clientOf(options: Options, script: ScriptedResponse = Response.json({ id: '1' })) {
  vi.stubEnv('ACME_API_KEY', 'from-environment');
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const createAcme = defineClient<object, Operations, Options>(definition);
  return { ...createAcme({ ...options, clock, fetch }), clock, requests: fetch.requests };
}

async function requestOf(client: Options, params?: object, call?: CallOptions) {
  const { create, requests } = clientOf(client);
  await create(params, call);
  const { url, body, headers = {} } = requests[0] ?? {};
  // The key differs from call to call.
  return { url, body, headers: { ...headers, 'idempotency-key': typeof headers['idempotency-key'] } };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('an option that is undefined', () => {
  it('an option of a client that is undefined is not given', async () => {
    expect(await requestOf(noClientOptions)).toEqual(await requestOf({}));
    expect(await requestOf({ policies: noPolicies, retry: noRetry, headers: { 'X-Id': undefined } })).toEqual(
      await requestOf({}),
    );
  });

  it('an option of a call that is undefined is not given', async () => {
    const client = { headers: { 'X-Id': '1' } };
    const expected = await requestOf(client);
    expect(expected.headers).toMatchObject({ 'x-id': '1', 'idempotency-key': 'string' });
    expect(await requestOf(client, {}, noCallOptions)).toEqual(expected);
    expect(await requestOf(client, {}, { retry: noRetry, headers: { 'X-Id': undefined } })).toEqual(expected);
  });

  it('a parameter and a field of a body that are undefined are not given', async () => {
    const fields = { name: undefined, user: { email: undefined, age: 3 } };
    expect((await requestOf({}, fields)).body).toBe('{"user":{"age":3}}');
  });

  it.each([noRetry, undefined])(
    'a retry option of a call that is undefined leaves that of the client',
    async (retry) => {
      const { create, clock, requests } = clientOf(
        { retry: { attempts: 2, baseDelay: 0 } },
        new Response('', { status: 503 }),
      );
      expect((await clock.run(create({}, { retry }).result())).status).toBe(503);
      expect(requests).toHaveLength(2);
    },
  );

  it('an option of clientCredentials that is undefined is not given', async () => {
    const none: Pick<Undefined<ClientCredentialsOptions>, 'contentType' | 'lifetime' | 'tokens'> = {
      contentType: undefined,
      lifetime: undefined,
      tokens: undefined,
    };
    const fetch = recordingFetch(Response.json({ access_token: 't0ken' }));
    const policy = clientCredentials(() => ({
      tokenUrl: 'https://api.example.com/token',
      parameters: { a: 'b' },
      ...none,
    }));
    const credentials = [{ required: [], policy }];
    const create = defineClient<object, Operations, Options>({ ...definition, credentials });
    await create({ apiKey: 'k3y', fetch, clock: new ManualClock() }).create();
    expect(fetch.requests.map(({ body, headers }) => body ?? headers.authorization)).toContain('a=b');
    expect(fetch.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });
});
