import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { fixedClient } from '../../../test/credentials.ts';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import { PlumblineError } from '../../errors/plumbline-error.ts';
import { TimeoutError } from '../../errors/timeout-error.ts';
import { TokenError } from '../../errors/token-error.ts';
import type { HttpRequest } from '../../pipeline/http-request.ts';
import type { Next } from '../../pipeline/policy.ts';
import { CredentialsExpired } from '../rate-limit/limiter.ts';
import type { ClientCredentialsOptions } from './request-token.ts';

const tokenUrl = 'https://auth.example.com/oauth2/token';
const parameters = { grant_type: 'client_credentials', client_id: 'id', client_secret: 's3cret &=+' };

/** A vendor with the tokens t1, t2, …, which accepts only the newest one if `strict` is set. */
function createVendor(token: { expires_in?: unknown } = {}) {
  const state = { issued: 0, strict: false, sent: [] as string[], tokenRequests: [] as HttpRequest[] };
  const next: Next = async (request) => {
    await Promise.resolve();
    if (request.url === tokenUrl) {
      state.tokenRequests.push(request);
      return Response.json({ access_token: `t${++state.issued}`, ...token });
    }
    const authorization = request.headers.get('Authorization') ?? 'none';
    state.sent.push(authorization);
    return new Response(null, { status: state.strict && authorization !== `Bearer t${state.issued}` ? 401 : 200 });
  };
  return { state, next };
}

function createClient(next: Next, options: Partial<ClientCredentialsOptions> = {}) {
  const policy = fixedClient({ tokenUrl, parameters, ...options });
  const client = new RequestFactory({ deadline: 600_000 });
  const send = (init: TestRequestInit = {}) => policy(client.create(init), next);
  return Object.assign(send, { client });
}

it('clientCredentials requests a token before the first request, in a form, and sends it with each request', async () => {
  const { state, next } = createVendor();
  const call = createClient(next);
  expect(state.issued).toBe(0);
  await call();
  await call();
  expect(state.sent).toEqual(['Bearer t1', 'Bearer t1']);
  const [request] = state.tokenRequests;
  expect(state.tokenRequests).toHaveLength(1);
  expect(request?.method).toBe('POST');
  expect(request?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
  expect(request?.headers.get('Authorization')).toBeNull();
  expect(Object.fromEntries(new URLSearchParams(request?.body as string))).toEqual(parameters);
});

it('clientCredentials requests a token in JSON if the options say so', async () => {
  const { state, next } = createVendor();
  await createClient(next, { contentType: 'application/json' })();
  expect(state.tokenRequests[0]?.headers.get('Content-Type')).toBe('application/json');
  expect(JSON.parse(state.tokenRequests[0]?.body as string)).toEqual(parameters);
});

it.each([
  ['has no security', []],
  ['has optional security', [[], ['token']]],
])('clientCredentials sends no token for an operation that %s', async (_, security) => {
  const { state, next } = createVendor();
  await createClient(next)({ operation: { method: 'POST', path: '/token', security } });
  expect(state).toMatchObject({ issued: 0, sent: ['none'] });
});

it('clientCredentials sends a token for an operation that names a scheme', async () => {
  const { state, next } = createVendor();
  await createClient(next)({ operation: { method: 'POST', path: '/token', security: [['token']] } });
  expect(state).toMatchObject({ issued: 1, sent: ['Bearer t1'] });
});

it('clientCredentials makes one token request for 100 calls', async () => {
  const { state, next } = createVendor();
  const call = createClient(next);
  await Promise.all(Array.from({ length: 100 }, () => call()));
  expect(state.issued).toBe(1);
  expect(new Set(state.sent)).toEqual(new Set(['Bearer t1']));
});

describe('a 401', () => {
  it('clientCredentials replaces a refused token once, and sends the request again with its body', async () => {
    const bodies: unknown[] = [];
    const { state, next } = createVendor();
    const call = createClient((request) => {
      if (request.url !== tokenUrl) bodies.push(request.body);
      return next(request);
    });
    await call();
    state.issued = 5;
    state.strict = true;
    expect((await call({ method: 'POST', body: '{"a":1}' })).status).toBe(200);
    expect(state.sent).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t6']);
    expect(bodies).toEqual([null, '{"a":1}', '{"a":1}']);
  });

  it('clientCredentials returns a second 401', async () => {
    let sent = 0;
    const { state, next } = createVendor();
    const call = createClient(async (request) => {
      if (request.url === tokenUrl) return next(request);
      sent++;
      return new Response('no', { status: 401 });
    });
    const response = await call();
    expect([response.status, await response.text()]).toEqual([401, 'no']);
    expect([sent, state.issued]).toEqual([2, 2]);
  });

  it('clientCredentials makes no token request for 10 seconds after a new token is refused', async () => {
    const { state, next } = createVendor();
    const call = createClient(async (request) => {
      const response = await next(request);
      return request.url === tokenUrl ? response : new Response('no', { status: 401 });
    });
    for (let i = 0; i < 3; i++) expect((await call()).status).toBe(401);
    expect(state.sent).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t2', 'Bearer t2']);
    await call.client.clock.advance(10_000);
    expect((await call()).status).toBe(401);
    expect(state.sent.slice(4)).toEqual(['Bearer t2', 'Bearer t3']);
  });

  it('clientCredentials returns the 401 of an operation without security', async () => {
    const { state, next } = createVendor();
    state.strict = true;
    const response = await createClient(next)({ operation: { method: 'POST', path: '/token', security: [] } });
    expect([response.status, state.issued, state.sent]).toEqual([401, 0, ['none']]);
  });

  it('clientCredentials makes one token request if many calls are refused at once', async () => {
    const { state, next } = createVendor();
    const call = createClient(next);
    await call();
    state.strict = true;
    state.issued = 5;
    const responses = await Promise.all(Array.from({ length: 50 }, () => call()));
    expect(responses.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(state.issued).toBe(6);
    expect(state.sent).toHaveLength(101);
  });

  it('clientCredentials uses the new token of another call if its own is refused late', async () => {
    const { state, next } = createVendor();
    let respondLate: (response: Response) => void = () => {};
    let late = true;
    const call = createClient(async (request) => {
      if (request.url === tokenUrl || !late) return next(request);
      late = false;
      return new Promise<Response>((resolve) => {
        respondLate = resolve;
      });
    });
    const waiting = call();
    await call.client.clock.idle();
    state.issued = 5;
    state.strict = true;
    await call();
    expect(state.issued).toBe(6);
    respondLate(new Response(null, { status: 401 }));
    expect((await waiting).status).toBe(200);
    expect(state.issued).toBe(6);
  });
});

describe('an abort', () => {
  it('clientCredentials continues a token request that one of its callers aborts', async () => {
    const { state, next } = createVendor();
    const call = createClient(next);
    const controller = new AbortController();
    const aborted = call({ options: { signal: controller.signal } });
    const others = [call(), call()];
    controller.abort('enough');
    await expect(aborted).rejects.toBe('enough');
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
    expect(state.issued).toBe(1);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('clientCredentials keeps the token of an aborted call for the next call', async () => {
    const { state, next } = createVendor();
    const call = createClient(next);
    const controller = new AbortController();
    const aborted = call({ options: { signal: controller.signal } });
    controller.abort(null);
    await expect(aborted).rejects.toBeNull();
    await call();
    expect(state).toMatchObject({ issued: 1, sent: ['Bearer t1'] });
  });
});

describe('a token request that fails', () => {
  it('clientCredentials throws for each call that waits for a failed token request, and the next call makes another', async () => {
    const { state, next } = createVendor();
    let down = true;
    let asked = 0;
    const call = createClient(async (request) => {
      if (!down) return next(request);
      asked++;
      return new Response('busy', { status: 503 });
    });
    const failures = await Promise.allSettled([call(), call(), call()]);
    for (const failure of failures) {
      expect(failure).toMatchObject({ status: 'rejected', reason: { name: 'TokenError', status: 503 } });
    }
    expect(asked).toBe(1);
    down = false;
    expect((await call()).status).toBe(200);
    expect(state.sent).toEqual(['Bearer t1']);
  });

  it.each([[new Error('no network')], [new TimeoutError({ method: 'POST', path: '/oauth2/token' }, 5)], [null]])(
    'clientCredentials throws a TokenError with the cause if the token endpoint does not respond: %s',
    async (cause) => {
      const error = await createClient(() => Promise.reject(cause))().catch((reason) => reason);
      expect(error).toBeInstanceOf(TokenError);
      expect(error).toMatchObject({ status: undefined, code: undefined });
      expect(error.cause).toBe(cause);
      const message = 'POST /oauth2/token: token request failed. Check the network and the token URL.';
      expect(error.message).toBe(cause instanceof TimeoutError ? cause.message : message);
    },
  );

  it('clientCredentials throws an error of Plumbline that is of no request unchanged, as a sandbox throws it', async () => {
    const cause = new PlumblineError('auth/createToken leans on what is unknown.');
    await expect(createClient(() => Promise.reject(cause))()).rejects.toBe(cause);
  });

  it('clientCredentials throws a TokenError with the cause if the token response is truncated', async () => {
    const cause = new TypeError('terminated');
    const truncated = () => new Response(new ReadableStream({ start: (controller) => controller.error(cause) }));
    await expect(createClient(async () => truncated())()).rejects.toMatchObject({
      name: 'TokenError',
      status: undefined,
      cause,
    });
  });

  it.each([
    [400, 1],
    [401, 1],
    [403, 1],
    [404, 1],
    [302, 1],
    [408, 3],
    [429, 3],
    [503, 3],
  ])(
    'clientCredentials sends no request to the API if the token endpoint responds with %d, and makes %d token requests',
    async (status, count) => {
      const urls: string[] = [];
      const call = createClient(async ({ url }) => {
        urls.push(url);
        return new Response('', { status });
      });
      for (let i = 0; i < 3; i++) await expect(call()).rejects.toMatchObject({ name: 'TokenError', status });
      expect(urls).toEqual(Array(count).fill(tokenUrl));
      await call.client.clock.advance(10_000);
      await expect(call()).rejects.toMatchObject({ name: 'TokenError', status });
      expect(urls).toHaveLength(count + 1);
    },
  );

  it.each([['<html>'], [''], ['[]'], ['null'], ['{"access_token":{}}'], ['{"access_token":"a\\nb"}']])(
    'clientCredentials throws a TokenError if the token response is %j, and sends no request to the API',
    async (body) => {
      const urls: string[] = [];
      const call = createClient(async ({ url }) => {
        urls.push(url);
        return new Response(body);
      });
      await expect(call()).rejects.toBeInstanceOf(TokenError);
      expect(urls).toEqual([tokenUrl]);
    },
  );

  it('clientCredentials throws the OAuth error of a token response with status 200, and remembers it', async () => {
    let asked = 0;
    const call = createClient(async () => {
      asked++;
      return Response.json({ error: 'invalid_client', access_token: 't1' });
    });
    const errors = [];
    for (let i = 0; i < 1000; i++) errors.push(await call().catch((error) => error));
    expect(asked).toBe(1);
    expect(errors[999]).toMatchObject({ name: 'TokenError', status: 200, code: 'invalid_client' });
    expect(errors[999].message).toContain('(invalid_client)');
    expect(errors[0]).not.toBe(errors[1]);
  });

  it('clientCredentials throws the TokenError of the token request after a 401', async () => {
    const { state, next } = createVendor();
    const call = createClient(async (request) =>
      request.url === tokenUrl && state.issued > 0
        ? Response.json({ error: 'invalid_client' }, { status: 401 })
        : next(request),
    );
    await call();
    state.strict = true;
    state.issued = 5;
    await expect(call()).rejects.toMatchObject({ name: 'TokenError', status: 401, code: 'invalid_client' });
  });
});

describe('a token request', () => {
  it('clientCredentials makes token requests of high priority, with their own call and deadline', async () => {
    const { state, next } = createVendor();
    const send = createClient(next);
    await send({ streaming: true, operation: { method: 'GET', path: '/things', security: [['token']] } });
    const [request] = state.tokenRequests;
    expect(request?.call).toMatchObject({
      line: { method: 'POST', path: '/oauth2/token' },
      operation: undefined,
      priority: 'high',
      streaming: false,
    });
    expect(request?.deadline.remaining()).toBe(Number.POSITIVE_INFINITY);
    expect(request?.credentials).toBeUndefined();
    expect(request?.headerRecord).toMatchObject({ accept: 'application/json' });
  });

  it('clientCredentials does not add a token request to the attempts of its call', async () => {
    const request = new RequestFactory().create();
    const sending = fixedClient({ tokenUrl, parameters })(request, async () => new Response('', { status: 503 }));
    await expect(sending).rejects.toBeInstanceOf(TokenError);
    expect(request.call.attempts).toEqual([]);
  });
});

describe('credentials', () => {
  it('clientCredentials adds the time of expiry to the credentials of a request', async () => {
    const seen: unknown[] = [];
    const { next } = createVendor({ expires_in: 3600 });
    await createClient((request) => {
      seen.push(request.credentials?.expiresAt);
      return next(request);
    })();
    expect(seen).toEqual([undefined, 3_570_000]);
  });

  it('clientCredentials marks credentials as expired that the vendor refused', async () => {
    const seen: { readonly expiresAt: number }[] = [];
    const { state, next } = createVendor({ expires_in: 3600 });
    const send = createClient((request) => {
      if (request.credentials) seen.push(request.credentials);
      return next(request);
    });
    await send();
    state.strict = true;
    state.issued = 5;
    await send();
    // Other requests that wait in a queue with the same credentials get new ones.
    expect(seen.map(({ expiresAt }) => expiresAt)).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      3_570_000,
    ]);
  });

  it('clientCredentials sends a request with a new token if its own expired in a queue', async () => {
    const { state, next } = createVendor({ expires_in: 3600 });
    const send = createClient(async (request) => {
      const { clock } = send.client;
      if (request.credentials && clock.now() === 0) clock.time = 3_570_000;
      if (request.credentials && clock.now() >= request.credentials.expiresAt) throw CredentialsExpired;
      return next(request);
    });
    expect((await send()).status).toBe(200);
    expect(state).toMatchObject({ issued: 2, sent: ['Bearer t2'] });
  });
});
