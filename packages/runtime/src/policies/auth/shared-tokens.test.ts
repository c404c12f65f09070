import { describe, expect, it } from 'vitest';
import { fixedClient } from '../../../test/credentials.ts';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import { turn } from '../../testing/manual-clock.ts';
import type { AccessToken } from './access-token.ts';
import type { SharedTokenRequest, SharedTokens } from './shared-tokens.ts';

const tokenUrl = 'https://auth.example.com/oauth2/token';
const parameters = { grant_type: 'client_credentials', client_id: 'id', client_secret: 's3cret', scope: 'read' };
const hour = 3_600_000;
const shared = (value: string, lifetime = hour): AccessToken => ({ value, lifetime, isShared: true });

/** A client with shared tokens, and a vendor that accepts the tokens in `accepted` and issues own1, own2, … */
function createClient(obtain: SharedTokens['obtain']) {
  const client = new RequestFactory();
  const state = {
    client,
    accepted: /./,
    /** Called before each response of the API. */
    before: async (_token: string): Promise<void> => {},
    tokenRequests: 0,
    sent: [] as string[],
    asked: [] as SharedTokenRequest[],
  };
  const tokens: SharedTokens = {
    obtain(request) {
      state.asked.push(request);
      return obtain(request);
    },
  };
  const policy = fixedClient({ tokenUrl, parameters, tokens });
  const call = (init: TestRequestInit = {}) =>
    policy(client.create(init), async (request) => {
      await Promise.resolve();
      if (request.url === tokenUrl) {
        return Response.json({ access_token: `own${++state.tokenRequests}`, expires_in: 3600 });
      }
      const token = (request.headers.get('Authorization') ?? '').replace('Bearer ', '');
      state.sent.push(token);
      await state.before(token);
      return new Response(null, { status: state.accepted.test(token) ? 200 : 401 });
    });
  return Object.assign(state, { call });
}

/** Returns these tokens one after another, then those that the client requests. */
function inTurn(...values: readonly string[]): SharedTokens['obtain'] {
  const rest = [...values];
  return async ({ request }) => {
    const value = rest.shift();
    return value === undefined ? request() : shared(value);
  };
}

describe('a shared token', () => {
  it('clientCredentials sends a shared token, and makes no token request', async () => {
    const vendor = createClient(inTurn('theirs'));
    await Promise.all(Array.from({ length: 100 }, () => vendor.call()));
    expect([vendor.tokenRequests, vendor.asked.length, new Set(vendor.sent)]).toEqual([0, 1, new Set(['theirs'])]);
    expect(vendor.client.events).toEqual([]);
  });

  it('clientCredentials passes what identifies the token, and no refused token at first', async () => {
    const vendor = createClient(inTurn());
    await vendor.call();
    expect(vendor.asked).toMatchObject([{ options: { tokenUrl, parameters }, refusedToken: undefined }]);
    expect(vendor.asked[0]?.call.clock).toBe(vendor.client.clock);
    expect([vendor.sent, vendor.tokenRequests]).toEqual([['own1'], 1]);
    expect(vendor.client.events).toMatchObject([{ type: 'token', ok: true }]);
  });

  it('clientCredentials refreshes a shared token in the background, 2 min before its end', async () => {
    const vendor = createClient(inTurn('first', 'second'));
    await vendor.call();
    vendor.client.clock.time = hour - 120_001;
    await vendor.call();
    expect(vendor.asked).toHaveLength(1);
    vendor.client.clock.time = hour - 120_000;
    await vendor.call();
    await turn();
    await vendor.call();
    expect([vendor.sent, vendor.asked.length]).toEqual([['first', 'first', 'first', 'second'], 2]);
    expect(vendor.asked[1]?.refusedToken).toBeUndefined();
  });
});

describe('a 401 for a shared token', () => {
  it('clientCredentials passes the refused token, and uses the next one', async () => {
    const vendor = createClient(inTurn('dead', 'alive'));
    vendor.accepted = /alive/;
    expect((await vendor.call()).status).toBe(200);
    expect([vendor.sent, vendor.tokenRequests]).toEqual([['dead', 'alive'], 0]);
    expect(vendor.asked.map(({ refusedToken }) => refusedToken)).toEqual([undefined, 'dead']);
  });

  it('clientCredentials replaces a shared token that replaced a refused one and is refused too', async () => {
    const vendor = createClient(inTurn('dead', 'dead too'));
    vendor.accepted = /own/;
    expect((await vendor.call()).status).toBe(200);
    expect(vendor.sent).toEqual(['dead', 'dead too', 'own1']);
    expect(vendor.asked.map(({ refusedToken }) => refusedToken)).toEqual([undefined, 'dead', 'dead too']);
  });

  it('clientCredentials returns the third 401 of a call, also if the store has more tokens', async () => {
    const vendor = createClient(inTurn('a', 'b', 'c', 'd'));
    vendor.accepted = /none/;
    expect((await vendor.call()).status).toBe(401);
    expect([vendor.sent, vendor.tokenRequests]).toEqual([['a', 'b', 'c'], 0]);
  });

  it('clientCredentials requests no token for 10 seconds after a token of its own is refused', async () => {
    const vendor = createClient(inTurn('a', 'b'));
    vendor.accepted = /none/;
    expect((await vendor.call()).status).toBe(401);
    expect((await vendor.call()).status).toBe(401);
    expect([vendor.sent, vendor.asked.length]).toEqual([['a', 'b', 'own1', 'own1'], 3]);
    await vendor.client.clock.advance(10_000);
    await vendor.call();
    expect(vendor.asked).toHaveLength(4);
    expect(vendor.asked[3]?.refusedToken).toBe('own1');
  });

  it('clientCredentials replaces a token of its own once in a call, also if the second 401 is slow', async () => {
    const vendor = createClient(inTurn('a'));
    vendor.accepted = /none/;
    vendor.before = async () => {
      vendor.client.clock.time += 11_000;
    };
    expect((await vendor.call()).status).toBe(401);
    expect(vendor.sent).toEqual(['a', 'own1']);
  });

  it('clientCredentials passes the last token, also if the one before is refused after it', async () => {
    const error = new Error('down');
    const values = ['old', 'new'];
    const vendor = createClient(async () => {
      const value = values.shift();
      if (value === undefined) throw error;
      return shared(value, 20_000);
    });
    let respond = () => {};
    vendor.accepted = /none/;
    vendor.before = (token) =>
      token === 'old'
        ? new Promise((resolve) => {
            respond = resolve;
          })
        : Promise.resolve();
    const late = vendor.call();
    await vendor.client.clock.until(() => vendor.sent.length === 1);
    vendor.client.clock.time = 19_000;
    await expect(vendor.call()).rejects.toBe(error);
    respond();
    await expect(late).rejects.toBe(error);
    await expect(vendor.call()).rejects.toBe(error);
    expect(vendor.asked.map(({ refusedToken }) => refusedToken)).toEqual([undefined, undefined, 'new', 'new', 'new']);
  });

  it('clientCredentials does not pass a token that was refused after it was replaced', async () => {
    const vendor = createClient(inTurn('old', 'new'));
    vendor.accepted = /new/;
    await Promise.all([vendor.call(), vendor.call()]);
    expect(vendor.sent).toEqual(['old', 'old', 'new', 'new']);
    vendor.accepted = /own/;
    await vendor.call();
    expect(vendor.asked.map(({ refusedToken }) => refusedToken)).toEqual([undefined, 'old', 'new']);
  });
});

describe('a wait for a shared token', () => {
  it('clientCredentials ends a call at its deadline, and continues the wait for others', async () => {
    let resolve: (token: AccessToken) => void = () => {};
    const vendor = createClient(
      () =>
        new Promise((settle) => {
          resolve = settle;
        }),
    );
    const late = vendor.call({ options: { deadline: 1000 } });
    const other = vendor.call();
    late.catch(() => {});
    await vendor.client.clock.advance(1000);
    await expect(late).rejects.toMatchObject({ name: 'TimeoutError' });
    resolve(shared('theirs'));
    expect((await other).status).toBe(200);
    expect(vendor.asked).toHaveLength(1);
  });

  it('clientCredentials throws the error of the token request', async () => {
    const client = new RequestFactory();
    const policy = fixedClient({ tokenUrl, parameters, tokens: { obtain: ({ request }) => request() } });
    const refuse = async () => Response.json({ error: 'invalid_client' }, { status: 401 });
    await expect(policy(client.create(), refuse)).rejects.toMatchObject({
      name: 'TokenError',
      code: 'invalid_client',
    });
  });
});
