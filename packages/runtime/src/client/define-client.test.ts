import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { header } from '../policies/auth/header.ts';
import type { Limiter } from '../policies/rate-limit/limiter.ts';
import { rateLimited } from '../testing/faults.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import type { ClientDefinition } from './client-definition.ts';
import { defineClient } from './define-client.ts';
import type { ClientOptions } from './options.ts';
import { rateLimits } from './rate-limits.ts';

interface Thing {
  id: string;
}
interface Operations {
  get(parameters?: object, options?: CallOptions): Call<Thing>;
  elsewhere(): Call<Thing>;
}
interface Options extends ClientOptions {
  readonly apiKey?: string | undefined;
  readonly region?: string | undefined;
  readonly rateLimit?: 'free' | 'pro' | false | Limiter | undefined;
}

const definition: ClientDefinition<Options> = {
  name: 'createAcme',
  server: 'https://api.example.com/',
  operations: {
    get: { method: 'GET', path: '/things' },
    elsewhere: { method: 'GET', path: '/other', server: 'https://files.example.com' },
  },
  querySerialization: { array: { style: 'form', explode: false } },
  options: { apiKey: { environment: 'ACME_API_KEY' }, region: { default: 'eu' } },
  credentials: [{ required: ['apiKey'], policy: header(({ apiKey }) => ({ 'X-Key': apiKey })) }],
  rateLimit: rateLimits({ free: [{ requests: 1, seconds: 60 }], pro: [{ requests: 2, seconds: 60 }] }),
};

/** A factory, and the requests of its clients. */
function define(changes: Partial<ClientDefinition<Options>> = {}) {
  const clock = new ManualClock();
  const fetch = recordingFetch(Response.json({ id: '1' }));
  const createAcme = defineClient<object, Operations, Options>({ ...definition, ...changes });
  const create = (options: Options) => createAcme({ clock, fetch, ...options });
  return { create, createAcme, clock, requests: fetch.requests };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a factory', () => {
  it('a factory makes a client with operations, credentials, server and serialization', async () => {
    const { create, requests } = define();
    expect(await create({ apiKey: 'k3y' }).get({ ids: [1, 2] })).toEqual({ id: '1' });
    expect(requests[0]).toMatchObject({ url: 'https://api.example.com/things?ids=1,2', headers: { 'x-key': 'k3y' } });
  });

  it('a factory makes a client without options if the environment has the credentials', async () => {
    const { create, createAcme, requests } = define();
    vi.stubEnv('ACME_API_KEY', 'from-environment');
    expect(createAcme().get).toBeTypeOf('function');
    await create({}).get();
    expect(requests[0]?.headers['x-key']).toBe('from-environment');
  });

  it('a factory makes independent clients', async () => {
    const { create, requests } = define();
    const [one, two] = [create({ apiKey: 'one' }), create({ apiKey: 'two', timeout: 5 })];
    await two.get();
    await one.get();
    expect(requests.map(({ headers }) => headers['x-key'])).toEqual(['two', 'one']);
  });

  it('a factory throws a PlumblineError if a credential is missing', () => {
    vi.stubEnv('ACME_API_KEY', undefined);
    const { createAcme } = define();
    for (const options of [undefined, {}, { apiKey: undefined }]) {
      expect(() => createAcme(options)).toThrow(PlumblineError);
      expect(() => createAcme(options)).toThrow('createAcme: `apiKey` is missing. Pass it, or set ACME_API_KEY.');
    }
  });

  it.each([
    [{ apikey: 's3cret' }, 'createAcme: unknown option `apikey`. Options: apiKey, region, rateLimit, baseUrl,'],
    [{ timeout: 0 }, 'createAcme: `timeout` must be a positive number.'],
    [{ policies: [] }, 'createAcme: `policies` must be a plain object.'],
    [{ apiKey: ' ' }, 'createAcme: `apiKey` is empty.'],
  ])('a factory throws a PlumblineError for %j', (options, problem) => {
    const { create } = define();
    expect(() => create({ apiKey: 'k', ...options } as Options)).toThrow(PlumblineError);
    expect(() => create({ apiKey: 'k', ...options } as Options)).toThrow(problem);
  });

  it('a factory has no option `rateLimit` if the vendor documents no limits', () => {
    const { rateLimit: _, ...unlimited } = definition;
    const create = defineClient<object, Operations, Options>(unlimited);
    expect(() => create({ apiKey: 'k', rateLimit: 'free' })).toThrow('unknown option `rateLimit`');
  });

  it('a call throws for an unknown option, with the path of the operation', async () => {
    const call = define()
      .create({ apiKey: 'k' })
      .get({}, { timout: 5 } as CallOptions);
    await expect(call).rejects.toThrow('/things: unknown option `timout`.');
  });
});

describe('the option `baseUrl`', () => {
  it('the option `baseUrl` replaces the vendor’s server', async () => {
    const { create, requests } = define();
    await create({ apiKey: 'k', baseUrl: 'https://proxy.example.com/acme/' }).get();
    expect(requests[0]?.url).toBe('https://proxy.example.com/acme/things');
  });

  it('the option `baseUrl` is the vendor’s server if it is undefined', async () => {
    const { create, requests } = define();
    await create({ apiKey: 'k', baseUrl: undefined }).get();
    expect(requests[0]?.url).toBe('https://api.example.com/things');
  });

  it('the option `baseUrl` must not begin with http:// unless insecure requests are allowed', () => {
    const { create } = define();
    const options = { apiKey: 'k', baseUrl: 'http://proxy.example.com' };
    expect(() => create(options)).toThrow('createAcme: `baseUrl` must begin with https://');
    expect(() => create({ ...options, allowInsecureRequests: true })).not.toThrow();
  });
});

describe('a server that depends on the options', () => {
  const server: ClientDefinition<Options>['server'] = ({ region }, { baseUrl }) =>
    baseUrl ?? `https://${region}.example.com/`;

  it.each<[Options, string]>([
    [{}, 'https://eu.example.com/things'],
    [{ region: 'us' }, 'https://us.example.com/things'],
    [{ region: 'us', baseUrl: 'https://proxy.example.com' }, 'https://proxy.example.com/things'],
  ])('a server that depends on the options is made from %j', async (options, url) => {
    const { create, requests } = define({ server });
    await create({ apiKey: 'k', ...options }).get();
    expect(requests[0]?.url).toBe(url);
  });

  it('a server that depends on the options is validated like `baseUrl`', () => {
    expect(() => define({ server: () => 'http://evil.example' }).create({ apiKey: 'k' })).toThrow(
      'createAcme: `baseUrl` must begin with https://',
    );
  });

  it('a server that depends on the options is passed to the policy of the credentials without a trailing slash', async () => {
    const seen: unknown[] = [];
    const { create } = define({
      server,
      credentials: [
        {
          required: ['apiKey'],
          policy: ({ values }, baseUrl) => {
            seen.push(values, baseUrl);
            return (request, next) => next(request);
          },
        },
      ],
    });
    create({ apiKey: 'k' });
    expect(seen).toEqual([{ apiKey: 'k', region: 'eu' }, 'https://eu.example.com']);
  });
});

it('a definition can replace the servers of operations, and convert their parameters', async () => {
  const { create, requests } = define({
    servers: ({ region }) => ({ 'https://files.example.com': `https://files.${region}.example.com` }),
    input: (parameters) => ({ ...parameters, added: 1 }),
  });
  const client = create({ apiKey: 'k' });
  await client.elsewhere();
  await client.get({ a: 2 });
  expect(requests.map(({ url }) => url)).toEqual([
    'https://files.eu.example.com/other?added=1',
    'https://api.example.com/things?a=2&added=1',
  ]);
});

describe('the option `rateLimit`', () => {
  /** The times at which three calls end. */
  async function times(options: Options, script = [Response.json({}), Response.json({}), Response.json({})]) {
    const { create, clock } = define();
    const { get } = create({ apiKey: 'k', fetch: recordingFetch(script), retry: false, ...options });
    const ends: number[] = [];
    await clock.run(Promise.allSettled([1, 2, 3].map(() => get().finally(() => ends.push(clock.now())))));
    return ends;
  }

  it.each<[string, Options['rateLimit'], number[]]>([
    ['is off by default', undefined, [0, 0, 0]],
    ['is off if it is false', false, [0, 0, 0]],
    ['accepts the name of a plan', 'free', [0, 60_000, 120_000]],
    ['accepts the name of another plan', 'pro', [0, 0, 60_000]],
  ])('the option `rateLimit` %s', async (_, rateLimit, expected) => {
    expect(await times({ rateLimit })).toEqual(expected);
  });

  it('the option `rateLimit` accepts the caller’s own limiter', async () => {
    const seen: unknown[] = [];
    const rateLimit: Limiter = {
      acquire: async (method) => void seen.push(['acquire', method]),
      pause: (method, milliseconds) => void seen.push(['pause', method, milliseconds]),
    };
    const { create } = define();
    const clock = new ManualClock();
    const client = create({ apiKey: 'k', rateLimit, clock, retry: false, fetch: recordingFetch(rateLimited(5)) });
    await expect(client.get()).rejects.toMatchObject({ status: 429 });
    expect(seen).toEqual([
      ['acquire', 'GET'],
      ['pause', 'GET', 5250],
    ]);
  });

  it.each([[true], ['enterprise'], ['constructor'], ['__proto__'], [5], ['']])(
    'the option `rateLimit` refuses %j',
    (rateLimit) => {
      const { create } = define();
      expect(() => create({ apiKey: 'k', rateLimit: rateLimit as never })).toThrow(
        /^createAcme: `rateLimit` must be free, pro, or a limiter\.$/,
      );
    },
  );

  it('the option `rateLimit` is true or false if the vendor has one plan', async () => {
    const { create, clock } = define({ rateLimit: rateLimits({ true: [{ requests: 1, seconds: 60 }] }) });
    const { get } = create({ apiKey: 'k', rateLimit: true as never });
    await clock.run(Promise.all([get(), get()]));
    expect(clock.time).toBe(60_000);
    expect(() => create({ apiKey: 'k', rateLimit: 'free' })).toThrow('`rateLimit` must be true, or a limiter.');
  });
});
