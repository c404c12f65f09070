import { describe, expect, it } from 'vitest';
import { failure } from '../../test/rejections.ts';
import { isPlumblineError } from '../errors/plumbline-error.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { clientCredentials } from '../policies/auth/client-credentials.ts';
import type { Credential } from '../policies/auth/credential-source.ts';
import { header } from '../policies/auth/header.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { defineClient } from './define-client.ts';
import type { ClientOptions } from './options.ts';

interface Thing {
  id: string;
}
interface Operations {
  get(parameters?: object, options?: CallOptions): Call<Thing>;
}
interface Options extends ClientOptions {
  readonly apiKey?: Credential | undefined;
  readonly clientId?: Credential | undefined;
  readonly clientSecret?: Credential | undefined;
  readonly region?: string | undefined;
}

const createAcme = defineClient<object, Operations, Options>({
  name: 'createAcme',
  server: 'https://api.example.com',
  operations: { get: { method: 'GET', path: '/things' } },
  querySerialization: {},
  errors: { message: [['message']] },
  options: { apiKey: {}, clientId: {}, clientSecret: {}, region: { type: 'text' } },
  credentials: [
    { required: ['apiKey'], policy: header(({ apiKey }) => ({ 'X-Key': apiKey })) },
    {
      required: ['clientId', 'clientSecret'],
      policy: clientCredentials(({ clientId, clientSecret }, baseUrl) => ({
        tokenUrl: `${baseUrl}/token`,
        parameters: { client_id: clientId, client_secret: clientSecret },
      })),
    },
  ],
});

const found = Response.json({ id: '1' });
const down = Response.json({ message: 'later' }, { status: 503, headers: { 'Retry-After': '1' } });

function clientOf(options: Options, script: ScriptedResponse | readonly ScriptedResponse[] = found) {
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const client = createAcme({ clock, fetch, ...options });
  return { client, clock, keys: () => fetch.requests.map(({ headers }) => headers['x-key']), requests: fetch.requests };
}

describe('a credential that is a function', () => {
  it('a credential that is a function is called for each attempt, so that a rotated one is sent', async () => {
    let count = 0;
    const { client, clock, keys } = clientOf({ apiKey: async () => `key-${++count}` }, [down, found, found]);
    const call = client.get();
    await clock.until(() => clock.pending === 1);
    await clock.advance(1100);
    expect(await call).toEqual({ id: '1' });
    await client.get();
    expect(keys()).toEqual(['key-1', 'key-2', 'key-3']);
  });

  it('a credential that is a function may return its text at once', async () => {
    const { client, keys } = clientOf({ apiKey: () => 'now' });
    await client.get();
    expect(keys()).toEqual(['now']);
  });

  it.each<[string, () => string | Promise<string>]>([
    [
      'throws',
      () => {
        throw new TypeError('vault says s3cret');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('vault says s3cret'))],
  ])('a credential whose function %s makes the call throw a CredentialError, and sends nothing', async (_, apiKey) => {
    const { client, requests } = clientOf({ apiKey });
    const error = await failure(client.get());
    expect(error).toMatchObject({
      name: 'CredentialError',
      message: 'GET /things: the function `apiKey` failed. `cause` says why.',
      option: 'apiKey',
      path: '/things',
      attempts: [{ error: 'CredentialError', reason: 'final' }],
      cause: { name: 'TypeError' },
    });
    expect([isPlumblineError(error), isPlumblineError(structuredClone(error))]).toEqual([true, true]);
    expect(requests).toEqual([]);
  });

  it.each<[unknown, string]>([
    [undefined, 'is missing.'],
    ['', 'is empty.'],
    ['s3cret\n', 'has a character that cannot be sent.'],
    [5, 'must be a string.'],
    [null, 'must be a string.'],
  ])('a credential whose function returns %j is refused as a given one is', async (value, problem) => {
    const { client, requests } = clientOf({ apiKey: (() => value) as () => string });
    const { name, message } = await failure(client.get());
    expect(name).toBe('CredentialError');
    expect(message).toContain(
      `the function \`apiKey\` returned no valid credential. createAcme: \`apiKey\` ${problem}`,
    );
    expect(message).not.toContain('s3cret');
    expect(requests).toEqual([]);
  });

  it('a credential whose function does not return ends with the timeout of an attempt', async () => {
    const { client, clock } = clientOf({ apiKey: () => new Promise<string>(() => {}), timeout: 5000, retry: false });
    const call = failure(client.get());
    await clock.advance(5000);
    expect(await call).toMatchObject({ name: 'TimeoutError', timeout: 5000 });
    expect(clock.pending).toBe(0);
  });

  it('a credential whose function does not return ends when the caller aborts', async () => {
    const controller = new AbortController();
    const { client } = clientOf({ apiKey: () => new Promise<string>(() => {}) });
    const call = failure(client.get({}, { signal: controller.signal }));
    controller.abort(new Error('enough'));
    expect(await call).toMatchObject({ message: 'enough' });
  });

  it('a credential of a function is replaced in the message of an error', async () => {
    const script = Response.json({ message: 'No key s3cret-of-the-vault.' }, { status: 403 });
    const { client } = clientOf({ apiKey: () => 's3cret-of-the-vault' }, script);
    expect((await failure(client.get())).message).toBe('GET /things: 403 No key [redacted].');
  });

  it('an option that is not a credential takes no function', () => {
    expect(() => createAcme({ apiKey: 'k', region: (() => 'eu') as never })).toThrow(
      'createAcme: `region` must be a string.',
    );
  });
});

describe('client credentials that are functions', () => {
  const token = () => Response.json({ access_token: 'token-of-the-vendor', expires_in: 3600 });

  it('client credentials that are functions are called for each token request, and not for calls that share its token', async () => {
    let count = 0;
    const clientSecret = async () => `secret-${++count}`;
    const { client, requests } = clientOf({ clientId: () => 'id', clientSecret }, [token(), found, found]);
    await Promise.all([client.get(), client.get()]);
    expect(count).toBe(1);
    expect(requests.map(({ body }) => body)).toEqual(['client_id=id&client_secret=secret-1', null, null]);
  });

  it('client credentials that were rotated are used at once, though the old ones were refused a moment ago', async () => {
    let secret = 'old-secret';
    const refused = Response.json({ error: 'invalid_client' }, { status: 401 });
    const { client, requests } = clientOf({ clientId: 'id', clientSecret: () => secret }, [refused, token(), found]);
    expect(await failure(client.get())).toMatchObject({ name: 'TokenError', code: 'invalid_client' });
    expect(await failure(client.get())).toMatchObject({ name: 'TokenError', code: 'invalid_client' });
    expect(requests).toHaveLength(1);
    secret = 'new-secret';
    expect(await client.get()).toEqual({ id: '1' });
  });

  it('client credentials whose function fails give each call that waits for the token its own error', async () => {
    const { client, requests } = clientOf({ clientId: 'id', clientSecret: () => Promise.reject(new Error('down')) });
    const errors = await Promise.all([failure(client.get()), failure(client.get())]);
    expect(errors).toMatchObject([
      { name: 'CredentialError', option: 'clientSecret', path: '/token' },
      { path: '/token' },
    ]);
    expect(errors[0]).not.toBe(errors[1]);
    expect(requests).toEqual([]);
  });

  it('client credentials and their token are replaced in the message of an error', async () => {
    const message = 'Bearer token-of-the-vendor of my-secret is not valid.';
    const script = [token(), Response.json({ message }, { status: 403 })];
    const { client } = clientOf({ clientId: 'my-id', clientSecret: 'my-secret' }, script);
    expect((await failure(client.get())).message).toBe(
      'GET /things: 403 Bearer [redacted] of [redacted] is not valid.',
    );
  });
});
