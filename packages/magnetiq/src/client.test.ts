import { inspect } from 'node:util';
import { ManualClock, recordingFetch } from '@plumbline/runtime/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientEvent, createMagnetiq, type MagnetiqOptions, PlumblineError, TokenError } from './index.ts';

function createClient(options: MagnetiqOptions, respond: (url: URL) => unknown = () => ({ data: [] })) {
  const fetch = recordingFetch(({ url }) =>
    Response.json(url.endsWith('/auth/token') ? { token: 't0ken' } : respond(new URL(url))),
  );
  return { magnetiq: createMagnetiq({ ...options, fetch }), sent: fetch.requests };
}

const make = (options: unknown) => createMagnetiq(options as MagnetiqOptions);

beforeEach(() => {
  // The variables of the machine must have no effect.
  for (const name of ['API_KEY', 'CLIENT_ID', 'CLIENT_SECRET']) vi.stubEnv(`MAGNETIQ_${name}`, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it('createMagnetiq sends an API key unchanged, and requests no token', async () => {
  const { magnetiq, sent } = createClient({ apiKey: 'k3y' });
  await magnetiq.consumers.list({ limit: 10, page: 1, filter: { segment: 'high_value' } });
  expect(sent).toMatchObject([
    {
      url: 'https://api.magnetiq.com/v1/consumers?limit=10&page=1&filter[segment]=high_value',
      headers: { authorization: 'Bearer k3y' },
      body: null,
    },
  ]);
});

it('createMagnetiq requests a token for a client id and secret, in JSON, and sends it', async () => {
  const { magnetiq, sent } = createClient({ clientId: 'c1ient', clientSecret: 's3cret' });
  await magnetiq.brands.get({ id: 'a/b' });
  expect(sent).toMatchObject([
    {
      url: 'https://api.magnetiq.com/v1/auth/token',
      headers: expect.not.objectContaining({ authorization: expect.anything() }),
      body: '{"client_id":"c1ient","client_secret":"s3cret"}',
    },
    { url: 'https://api.magnetiq.com/v1/brands/a%2Fb', headers: { authorization: 'Bearer t0ken' }, body: null },
  ]);
});

it('auth.createToken is sent without a token', async () => {
  const { magnetiq, sent } = createClient({ clientId: 'c1ient', clientSecret: 's3cret' });
  await magnetiq.auth.createToken({ client_id: 'i', client_secret: 's' });
  await magnetiq.auth.createToken();
  expect(sent.map(({ headers, body }) => [headers.authorization, body])).toEqual([
    [undefined, '{"client_id":"i","client_secret":"s"}'],
    [undefined, null],
  ]);
});

it('a list without a total is read to its empty page', async () => {
  const { magnetiq, sent } = createClient({ apiKey: 'k3y' }, (url) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    return { data: page < 3 ? [{ id: `${page}a` }, { id: `${page}b` }] : [] };
  });
  expect(await magnetiq.brands.list({ limit: 2 }).toArray({ limit: 100 })).toHaveLength(4);
  expect(sent.map(({ url }) => new URL(url).search)).toEqual(['?limit=2', '?limit=2&page=2', '?limit=2&page=3']);
});

it('a call throws a TokenError if the token endpoint returns no token', async () => {
  const magnetiq = createMagnetiq({
    clientId: 'c1ient',
    clientSecret: 's3cret',
    fetch: recordingFetch(Response.json({ error: 'invalid_client', client_secret: 's3cret' }, { status: 401 })),
  });
  const error = await magnetiq.brands.list().catch((cause) => cause);
  expect(error).toBeInstanceOf(TokenError);
  expect(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('s3cret');
});

describe('the option `rateLimit`', () => {
  it.each([
    ['free', 20, 100],
    ['pro', 100, 1000],
    ['enterprise', 500, 10_000],
  ] as const)(
    'the option `rateLimit` %s makes calls wait for its limits per minute and per hour',
    async (rateLimit, minute, hour) => {
      const clock = new ManualClock();
      const delays: number[] = [];
      const observe = (event: ClientEvent) => void (event.type === 'limit' && delays.push(event.delay));
      const { magnetiq } = createClient({ apiKey: 'k3y', rateLimit, clock, observe });
      const waitsAfter: Record<number, number> = {};
      for (let calls = 1; calls <= hour + 1; calls++) {
        const before = clock.now();
        await clock.run(magnetiq.brands.list());
        if (clock.now() > before) waitsAfter[calls - 1] = clock.now() - before;
      }
      const bursts = Math.ceil(hour / minute);
      const expected: Record<number, number> = {};
      for (let burst = 1; burst < bursts; burst++) expected[burst * minute] = 60_000;
      expected[hour] = 3_600_000 - (bursts - 1) * 60_000;
      expect(waitsAfter).toEqual(expected);
      expect(delays).toEqual(Object.values(expected));
    },
  );

  it('the option `rateLimit` is off by default', async () => {
    const clock = new ManualClock();
    const { magnetiq } = createClient({ apiKey: 'k3y', clock });
    for (let calls = 0; calls < 200; calls++) await clock.run(magnetiq.brands.list());
    expect(clock.now()).toBe(0);
  });

  it('the option `rateLimit` may be the caller’s own limiter', async () => {
    const methods: string[] = [];
    const rateLimit = { acquire: async (method: string) => void methods.push(method), pause: () => {} };
    const { magnetiq } = createClient({ apiKey: 'k3y', rateLimit });
    await magnetiq.brands.list();
    expect(methods).toEqual(['GET']);
  });
});

describe('the environment', () => {
  it('the environment provides an API key', async () => {
    vi.stubEnv('MAGNETIQ_API_KEY', 'env-k3y');
    const { magnetiq, sent } = createClient({});
    await magnetiq.brands.list();
    expect(sent).toMatchObject([{ headers: { authorization: 'Bearer env-k3y' } }]);
  });

  it('the environment provides a client id and secret', async () => {
    vi.stubEnv('MAGNETIQ_CLIENT_ID', 'env-c1ient');
    vi.stubEnv('MAGNETIQ_CLIENT_SECRET', 'env-s3cret');
    const { magnetiq, sent } = createClient({});
    await magnetiq.brands.list();
    expect(sent[0]?.body).toBe('{"client_id":"env-c1ient","client_secret":"env-s3cret"}');
  });

  it('the environment does not override an option, or its way to authenticate', async () => {
    vi.stubEnv('MAGNETIQ_API_KEY', 'env-k3y');
    vi.stubEnv('MAGNETIQ_CLIENT_SECRET', 'env-s3cret');
    const { magnetiq, sent } = createClient({ clientId: 'c1ient' });
    await magnetiq.brands.list();
    expect(sent[0]?.body).toBe('{"client_id":"c1ient","client_secret":"env-s3cret"}');
  });
});

describe('createMagnetiq', () => {
  it.each([
    [null, 'createMagnetiq: pass an object of options.'],
    [undefined, 'createMagnetiq: pass `apiKey`, or `clientId` and `clientSecret`.'],
    [{}, 'createMagnetiq: pass `apiKey`, or `clientId` and `clientSecret`.'],
    [{ apiKey: undefined }, 'createMagnetiq: `apiKey` is missing. Pass it, or set MAGNETIQ_API_KEY.'],
    [{ apiKey: null }, 'createMagnetiq: `apiKey` must be a string.'],
    [{ apiKey: '' }, 'createMagnetiq: `apiKey` is empty.'],
    [{ apiKey: 's3cret\n' }, 'createMagnetiq: `apiKey` has a character'],
    [{ clientId: undefined, clientSecret: undefined }, 'createMagnetiq: `clientId` is missing.'],
    [{ clientId: 'c1ient' }, 'createMagnetiq: `clientSecret` is missing.'],
    [{ clientSecret: 's3cret' }, 'createMagnetiq: `clientId` is missing.'],
    [
      { apiKey: 's3cret', clientId: 'c1ient' },
      'createMagnetiq: pass `apiKey`, or `clientId` and `clientSecret`, not both.',
    ],
    [{ apiKey: 's3cret', clientSecret: 's3cret' }, 'not both.'],
    [{ apiKey: 's3cret', tokens: { obtain() {} } }, 'not both.'],
    [{ clientId: 'c1ient', clientSecret: 's3cret', tokens: {} }, '`tokens` must be the result of `createFleetTokens`.'],
    [
      { apiKey: 's3cret', rateLimit: 's3cret' },
      'createMagnetiq: `rateLimit` must be free, pro, enterprise, or a limiter.',
    ],
    [{ apiKey: 's3cret', rateLimit: true }, 'createMagnetiq: `rateLimit` must be free, pro, enterprise, or a limiter.'],
    [{ apiKey: 's3cret', deadline: 0 }, 'createMagnetiq: `deadline` must be a positive number.'],
    [{ apiKey: 's3cret', tokenUrl: 's3cret' }, 'createMagnetiq: unknown option `tokenUrl`.'],
    [
      { apiKey: 's3cret', baseUrl: 'https://u:s3cret@api.magnetiq.com' },
      'createMagnetiq: `baseUrl` must not have a user',
    ],
  ])('createMagnetiq refuses %j', (options, message) => {
    expect(() => make(options)).toThrow(PlumblineError);
    expect(() => make(options)).toThrow(message);
    expect(() => make(options)).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9, showHidden: true }).includes('s3cret')),
    );
  });

  it('createMagnetiq accepts one way to authenticate if the other is undefined', async () => {
    for (const options of [
      { apiKey: 'k3y', clientId: undefined, clientSecret: undefined },
      { apiKey: undefined, clientId: 'c1ient', clientSecret: 's3cret' },
    ]) {
      expect(() => make(options)).not.toThrow();
    }
  });
});

it('a client of MAGNETIQ shows no credentials', async () => {
  for (const options of [{ apiKey: 'k3y' }, { clientId: 'c1ient', clientSecret: 's3cret' }]) {
    const { magnetiq } = createClient(options);
    await magnetiq.brands.list();
    expect(inspect(magnetiq, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(
      /k3y|c1ient|s3cret|t0ken/,
    );
  }
});
