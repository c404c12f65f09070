import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Clock, createMagnetiq, type MagnetiqOptions, PlumblineError, TokenError } from './index.ts';

interface Sent {
  readonly url: string;
  readonly authorization: string | null;
  readonly body: unknown;
}

function magnetiqOf(options: MagnetiqOptions, answer: (url: URL) => unknown = () => ({ data: [] })) {
  const sent: Sent[] = [];
  const magnetiq = createMagnetiq({
    ...options,
    fetch: async (url, init) => {
      sent.push({ url, authorization: new Headers(init.headers).get('Authorization'), body: init.body });
      return Response.json(url.endsWith('/auth/token') ? { token: 't0ken' } : answer(new URL(url)));
    },
  });
  return { magnetiq, sent };
}
/** A clock on which every wait is over at once, and written down. */
function hastyClock() {
  const waits: number[] = [];
  let time = 0;
  const clock: Clock = {
    now: () => time,
    date: () => time,
    random: () => 0,
    after(milliseconds, callback) {
      // A limit on the time of an attempt is no wait.
      if (milliseconds === Number.POSITIVE_INFINITY) return () => {};
      waits.push(milliseconds);
      queueMicrotask(() => {
        time += milliseconds;
        callback();
      });
      return () => {};
    },
  };
  return { clock, waits };
}
const make = (options: unknown) => createMagnetiq(options as MagnetiqOptions);

it('sends an API key as it is, and asks for no token', async () => {
  const { magnetiq, sent } = magnetiqOf({ apiKey: 'k3y' });
  await magnetiq.consumers.list({ limit: 10, page: 1, filter: { segment: 'high_value' } });
  expect(sent).toEqual([
    {
      url: 'https://api.magnetiq.com/v1/consumers?limit=10&page=1&filter[segment]=high_value',
      authorization: 'Bearer k3y',
      body: null,
    },
  ]);
});

it('gets a token for a client id and secret, in JSON, and sends it', async () => {
  const { magnetiq, sent } = magnetiqOf({ clientId: 'c1ient', clientSecret: 's3cret' });
  await magnetiq.brands.get({ id: 'a/b' });
  expect(sent).toEqual([
    {
      url: 'https://api.magnetiq.com/v1/auth/token',
      authorization: null,
      body: '{"client_id":"c1ient","client_secret":"s3cret"}',
    },
    { url: 'https://api.magnetiq.com/v1/brands/a%2Fb', authorization: 'Bearer t0ken', body: null },
  ]);
});

it('asks for a token that the caller wants without one of its own', async () => {
  const { magnetiq, sent } = magnetiqOf({ clientId: 'c1ient', clientSecret: 's3cret' });
  await magnetiq.auth.createToken({ client_id: 'i', client_secret: 's' });
  await magnetiq.auth.createToken();
  expect(sent.map(({ authorization, body }) => [authorization, body])).toEqual([
    [null, '{"client_id":"i","client_secret":"s"}'],
    [null, null],
  ]);
});

it('reads a list without a total to the page that is empty', async () => {
  const { magnetiq, sent } = magnetiqOf({ apiKey: 'k3y' }, (url) => {
    const page = Number(url.searchParams.get('page') ?? 1);
    return { data: page < 3 ? [{ id: `${page}a` }, { id: `${page}b` }] : [] };
  });
  expect(await magnetiq.brands.list({ limit: 2 }).toArray({ limit: 100 })).toHaveLength(4);
  expect(sent.map(({ url }) => new URL(url).search)).toEqual(['?limit=2', '?limit=2&page=2', '?limit=2&page=3']);
});

it('raises a TokenError where no token can be had', async () => {
  const magnetiq = createMagnetiq({
    clientId: 'c1ient',
    clientSecret: 's3cret',
    fetch: async () => Response.json({ error: 'invalid_client', client_secret: 's3cret' }, { status: 401 }),
  });
  const error = await magnetiq.brands.list().catch((cause) => cause);
  expect(error).toBeInstanceOf(TokenError);
  expect(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('s3cret');
});

describe('a plan', () => {
  it.each([
    ['free', 20, 100],
    ['pro', 100, 1000],
    ['enterprise', 500, 10_000],
  ] as const)('%s holds its limits by the minute and by the hour', async (rateLimit, minute, hour) => {
    const { clock, waits } = hastyClock();
    const { magnetiq } = magnetiqOf({ apiKey: 'k3y', rateLimit, clock, timeout: Number.POSITIVE_INFINITY });
    const waitsAfter: Record<number, number> = {};
    for (let calls = 1; calls <= hour + 1; calls++) {
      const before = clock.now();
      await magnetiq.brands.list();
      if (clock.now() > before) waitsAfter[calls - 1] = clock.now() - before;
    }
    const bursts = Math.ceil(hour / minute);
    const expected: Record<number, number> = {};
    for (let burst = 1; burst < bursts; burst++) expected[burst * minute] = 60_000;
    expected[hour] = 3_600_000 - (bursts - 1) * 60_000;
    expect(waitsAfter).toEqual(expected);
    expect(waits).toHaveLength(bursts);
  });

  it('is none where nobody says', async () => {
    const { clock, waits } = hastyClock();
    const { magnetiq } = magnetiqOf({ apiKey: 'k3y', clock, timeout: Number.POSITIVE_INFINITY });
    for (let calls = 0; calls < 200; calls++) await magnetiq.brands.list();
    expect(waits).toEqual([]);
  });

  it('may be a limiter of the caller', async () => {
    const asked: string[] = [];
    const rateLimit = { acquire: async (method: string) => void asked.push(method), block: () => {} };
    const { magnetiq } = magnetiqOf({ apiKey: 'k3y', rateLimit });
    await magnetiq.brands.list();
    expect(asked).toEqual(['GET']);
  });
});

describe('createMagnetiq', () => {
  it.each([
    [null, 'createMagnetiq: pass an object of options.'],
    [{}, 'createMagnetiq: `apiKey` is missing.'],
    [{ apiKey: undefined }, 'createMagnetiq: `apiKey` is missing.'],
    [{ apiKey: '' }, 'createMagnetiq: `apiKey` is empty.'],
    [{ apiKey: 's3cret\n' }, 'createMagnetiq: `apiKey` holds a character'],
    [{ clientId: undefined, clientSecret: undefined }, 'createMagnetiq: `clientId` is missing.'],
    [{ clientId: 'c1ient' }, 'createMagnetiq: `clientSecret` is missing.'],
    [{ clientSecret: 's3cret' }, 'createMagnetiq: `clientId` is missing.'],
    [
      { apiKey: 's3cret', clientId: 'c1ient' },
      'createMagnetiq: pass `apiKey`, or `clientId` and `clientSecret`, not both.',
    ],
    [{ apiKey: 's3cret', clientSecret: 's3cret' }, 'not both.'],
    [
      { apiKey: 's3cret', rateLimit: 's3cret' },
      'createMagnetiq: `rateLimit` must be free, pro, enterprise, or a limiter.',
    ],
    [{ apiKey: 's3cret', rateLimit: true }, 'createMagnetiq: `rateLimit` must be free, pro, enterprise, or a limiter.'],
    [{ apiKey: 's3cret', deadline: 0 }, 'createMagnetiq: `deadline` must be a number above 0.'],
    [{ apiKey: 's3cret', tokenUrl: 's3cret' }, 'createMagnetiq: there is no option `tokenUrl`.'],
    [{ apiKey: 's3cret', baseUrl: 'https://u:s3cret@api.magnetiq.com' }, 'createMagnetiq: `baseUrl` must not hold'],
  ])('refuses %j', (options, message) => {
    expect(() => make(options)).toThrow(PlumblineError);
    expect(() => make(options)).toThrow(message);
    expect(() => make(options)).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9, showHidden: true }).includes('s3cret')),
    );
  });

  it('takes one way to authenticate where the other is undefined', async () => {
    for (const options of [
      { apiKey: 'k3y', clientId: undefined, clientSecret: undefined },
      { apiKey: undefined, clientId: 'c1ient', clientSecret: 's3cret' },
    ]) {
      expect(() => make(options)).not.toThrow();
    }
  });
});

it('shows no credentials', async () => {
  for (const options of [{ apiKey: 'k3y' }, { clientId: 'c1ient', clientSecret: 's3cret' }]) {
    const { magnetiq } = magnetiqOf(options);
    await magnetiq.brands.list();
    expect(inspect(magnetiq, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(
      /k3y|c1ient|s3cret|t0ken/,
    );
  }
});
