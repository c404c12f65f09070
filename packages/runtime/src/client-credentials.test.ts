import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { type ClientCredentialsOptions, clientCredentials } from './client-credentials.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import type { Send } from './policy.ts';
import { TimeoutError } from './timeout-error.ts';
import { TokenError } from './token-error.ts';

const tokenUrl = 'https://auth.example.com/oauth2/token';
const parameters = { grant_type: 'client_credentials', client_id: 'id', client_secret: 's3cret &=+' };

/** A vendor whose tokens are t1, t2, …, and who takes the newest alone where `strict` is set. */
function vendor(answer: { expires_in?: unknown } = {}) {
  const state = { minted: 0, strict: false, sent: [] as string[], tokenRequests: [] as PlainRequest[] };
  const send: Send = async (request) => {
    await Promise.resolve();
    if (request.url === tokenUrl) {
      state.tokenRequests.push(request);
      return Response.json({ access_token: `t${++state.minted}`, ...answer });
    }
    const authorization = request.headers.get('Authorization') ?? 'none';
    state.sent.push(authorization);
    return new Response(null, { status: state.strict && authorization !== `Bearer t${state.minted}` ? 401 : 200 });
  };
  return { state, send };
}

function client(send: Send, options: Partial<ClientCredentialsOptions> = {}) {
  const policy = clientCredentials({ tokenUrl, parameters, ...options });
  return (init: PlainRequestInit = {}) => policy(new PlainRequest('https://api.example.com/things', init), send);
}

it('asks for a token with the first request, in a form, and sends it with every one', async () => {
  const { state, send } = vendor();
  const call = client(send);
  expect(state.minted).toBe(0);
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

it('asks in JSON where the vendor has it so', async () => {
  const { state, send } = vendor();
  await client(send, { contentType: 'application/json' })();
  expect(state.tokenRequests[0]?.headers.get('Content-Type')).toBe('application/json');
  expect(JSON.parse(state.tokenRequests[0]?.body as string)).toEqual(parameters);
});

it.each([['none'], ['optional']] as const)(
  'sends an operation whose security is %s without a token',
  async (security) => {
    const { state, send } = vendor();
    await client(send)({ operation: { method: 'POST', path: '/token', security } });
    expect(state).toMatchObject({ minted: 0, sent: ['none'] });
  },
);

it('lets 100 callers wait for one token request', async () => {
  const { state, send } = vendor();
  const call = client(send);
  await Promise.all(Array.from({ length: 100 }, () => call()));
  expect(state.minted).toBe(1);
  expect(new Set(state.sent)).toEqual(new Set(['Bearer t1']));
});

describe('a 401', () => {
  it('replaces the token once, and sends the request once more with its body', async () => {
    const bodies: unknown[] = [];
    const { state, send } = vendor();
    const call = client((request) => {
      if (request.url !== tokenUrl) bodies.push(request.body);
      return send(request);
    });
    await call();
    state.minted = 5;
    state.strict = true;
    expect((await call({ method: 'POST', body: '{"a":1}' })).status).toBe(200);
    expect(state.sent).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t6']);
    expect(bodies).toEqual([null, '{"a":1}', '{"a":1}']);
  });

  it('that stays is given back after one replay', async () => {
    let sent = 0;
    const { state, send } = vendor();
    const call = client(async (request) => {
      if (request.url === tokenUrl) return send(request);
      sent++;
      return new Response('no', { status: 401 });
    });
    const response = await call();
    expect([response.status, await response.text()]).toEqual([401, 'no']);
    expect([sent, state.minted]).toEqual([2, 2]);
  });

  it('that stays costs each further call one renewal and one replay, and no more', async () => {
    const { state, send } = vendor();
    const call = client(async (request) => {
      const response = await send(request);
      return request.url === tokenUrl ? response : new Response('no', { status: 401 });
    });
    for (let i = 0; i < 3; i++) expect((await call()).status).toBe(401);
    expect(state.sent).toEqual(['Bearer t1', 'Bearer t2', 'Bearer t2', 'Bearer t3', 'Bearer t3', 'Bearer t4']);
  });

  it('of an operation without a token is given back as it is', async () => {
    const { state, send } = vendor();
    state.strict = true;
    const response = await client(send)({ operation: { method: 'POST', path: '/token', security: 'none' } });
    expect([response.status, state.minted, state.sent]).toEqual([401, 0, ['none']]);
  });

  it('that many get at once makes one renewal', async () => {
    const { state, send } = vendor();
    const call = client(send);
    await call();
    state.strict = true;
    state.minted = 5;
    const responses = await Promise.all(Array.from({ length: 50 }, () => call()));
    expect(responses.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(state.minted).toBe(6);
    expect(state.sent).toHaveLength(101);
  });

  it('that arrives late takes the token that is there by now', async () => {
    const { state, send } = vendor();
    let answerLate: (response: Response) => void = () => {};
    let late = true;
    const call = client(async (request) => {
      if (request.url === tokenUrl || !late) return send(request);
      late = false;
      return new Promise<Response>((resolve) => {
        answerLate = resolve;
      });
    });
    const waiting = call();
    await new Promise((resolve) => setImmediate(resolve));
    state.minted = 5;
    state.strict = true;
    await call();
    expect(state.minted).toBe(6);
    answerLate(new Response(null, { status: 401 }));
    expect((await waiting).status).toBe(200);
    expect(state.minted).toBe(6);
  });

  it.each([
    ['ends', () => Promise.resolve()],
    ['never ends', () => new Promise<void>(() => {})],
    ['fails', () => Promise.reject(new TypeError('terminated'))],
  ])('has its body let go of, and that %s', async (_, end) => {
    const { send } = vendor();
    let cancelled = 0;
    const cancel = () => {
      cancelled++;
      return end();
    };
    const call = client(async (request) => {
      if (request.url === tokenUrl || cancelled > 0) return send(request);
      return new Response(new ReadableStream({ cancel }), { status: 401 });
    });
    expect((await call()).status).toBe(200);
    expect(cancelled).toBe(1);
  });
});

describe('an abort', () => {
  it('of one caller leaves the token to the others', async () => {
    const { state, send } = vendor();
    const call = client(send);
    const controller = new AbortController();
    const aborted = call({ signal: controller.signal });
    const others = [call(), call()];
    controller.abort('enough');
    await expect(aborted).rejects.toBe('enough');
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
    expect(state.minted).toBe(1);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('of the only caller leaves the token for the next', async () => {
    const { state, send } = vendor();
    const call = client(send);
    const controller = new AbortController();
    const aborted = call({ signal: controller.signal });
    controller.abort(null);
    await expect(aborted).rejects.toBeNull();
    await call();
    expect(state).toMatchObject({ minted: 1, sent: ['Bearer t1'] });
  });
});

describe('a token request that fails', () => {
  it('fails every caller that waits for it, and is tried again by the next', async () => {
    const { state, send } = vendor();
    let down = true;
    let asked = 0;
    const call = client(async (request) => {
      if (!down) return send(request);
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

  it.each([[new Error('no network')], [new TimeoutError(new PlainRequest(tokenUrl), 5)], [null]])(
    'with no answer is a TokenError with its cause: %s',
    async (cause) => {
      const error = await client(() => Promise.reject(cause))().catch((reason) => reason);
      expect(error).toBeInstanceOf(TokenError);
      expect(error).toMatchObject({ status: undefined, code: undefined });
      expect(error.cause).toBe(cause);
      expect(error.message).toBe('POST /oauth2/token gave no access token; `cause` says why.');
    },
  );

  it('in the middle of its answer is a TokenError with its cause', async () => {
    const cause = new TypeError('terminated');
    const cut = () => new Response(new ReadableStream({ start: (controller) => controller.error(cause) }));
    await expect(client(async () => cut())()).rejects.toMatchObject({ name: 'TokenError', status: undefined, cause });
  });

  it.each([[400], [401], [503]])(
    'with %d makes one request for each call, and sends none to the API',
    async (status) => {
      const urls: string[] = [];
      const call = client(async ({ url }) => {
        urls.push(url);
        return new Response('', { status });
      });
      for (let i = 0; i < 3; i++) await expect(call()).rejects.toMatchObject({ name: 'TokenError', status });
      expect(urls).toEqual([tokenUrl, tokenUrl, tokenUrl]);
    },
  );

  it.each([['<html>'], [''], ['[]'], ['null'], ['{"access_token":{}}'], ['{"access_token":"a\\nb"}']])(
    'with %j is a TokenError, and nothing is sent',
    async (body) => {
      const urls: string[] = [];
      const call = client(async ({ url }) => {
        urls.push(url);
        return new Response(body);
      });
      await expect(call()).rejects.toBeInstanceOf(TokenError);
      expect(urls).toEqual([tokenUrl]);
    },
  );

  it('after a 401 is the error of the call', async () => {
    const { state, send } = vendor();
    const call = client(async (request) =>
      request.url === tokenUrl && state.minted > 0
        ? Response.json({ error: 'invalid_client' }, { status: 401 })
        : send(request),
    );
    await call();
    state.strict = true;
    state.minted = 5;
    await expect(call()).rejects.toMatchObject({ name: 'TokenError', status: 401, code: 'invalid_client' });
  });
});
