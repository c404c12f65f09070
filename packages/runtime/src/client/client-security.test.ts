import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../test/rejections.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import type { ClientEvent } from '../pipeline/client-event.ts';
import { clientCredentials } from '../policies/auth/client-credentials.ts';
import type { BasicCredential, Credential } from '../policies/auth/credential-source.ts';
import { bearer } from '../policies/auth/header.ts';
import { type ClientSecurity, securitySchemes } from '../policies/auth/security-schemes.ts';
import type { SharedTokens } from '../policies/auth/shared-tokens.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import type { Call } from './call.ts';
import { defineClient } from './define-client.ts';
import type { ClientOptions } from './options.ts';
import { parseBasic } from './parse-basic.ts';
import { tokensOption } from './tokens-option.ts';

type Method = (parameters?: object, options?: CallOptions) => Call<object>;
type Operations = Record<
  | 'byDefault'
  | 'user'
  | 'either'
  | 'together'
  | 'cookies'
  | 'raw'
  | 'oauth'
  | 'optional'
  | 'open'
  | 'lone'
  | 'elsewhere',
  Method
>;
interface Options extends ClientOptions {
  readonly user?: Credential | undefined;
  readonly basic?: BasicCredential | undefined;
  readonly queryKey?: Credential | undefined;
  readonly headerKey?: Credential | undefined;
  readonly cookieKey?: Credential | undefined;
  readonly rawKey?: Credential | undefined;
  readonly oauth?: Credential | undefined;
  readonly clientId?: Credential | undefined;
  readonly clientSecret?: Credential | undefined;
  readonly token?: Credential | undefined;
  readonly tokens?: SharedTokens | undefined;
}

const security: ClientSecurity = {
  schemes: {
    user: { type: 'http', scheme: 'bearer' },
    basic: { type: 'http', scheme: 'Basic' },
    queryKey: { type: 'apiKey', in: 'query', name: 'api key' },
    headerKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
    cookieKey: { type: 'apiKey', in: 'cookie', name: 'sid' },
    rawKey: { type: 'apiKey', in: 'header', name: 'Authorization' },
    oauth: { type: 'oauth2' },
    lone: { type: 'openIdConnect' },
  },
  default: [['queryKey']],
};
const operation = (path: string, alternatives?: readonly (readonly string[])[]) => ({
  method: 'GET',
  path,
  ...(alternatives && { security: alternatives }),
});

const createAcme = defineClient<object, Operations, Options>({
  name: 'createAcme',
  server: 'https://api.example.com',
  operations: {
    byDefault: operation('/default'),
    user: operation('/user', [['user']]),
    either: operation('/either', [['user'], ['basic'], ['headerKey', 'queryKey']]),
    together: operation('/together', [['headerKey', 'queryKey', 'cookieKey', 'oauth']]),
    cookies: operation('/cookies', [['cookieKey']]),
    raw: operation('/raw', [['rawKey']]),
    oauth: operation('/oauth', [['oauth']]),
    optional: operation('/optional', [[], ['oauth'], ['user']]),
    open: operation('/open', []),
    lone: operation('/lone', [['lone']]),
    elsewhere: { ...operation('/elsewhere'), server: 'https://other.example.com' },
  },
  querySerialization: {},
  errors: { message: [['message']] },
  options: {
    user: { environment: 'ACME_USER' },
    basic: { check: parseBasic },
    queryKey: {},
    headerKey: {},
    cookieKey: {},
    rawKey: {},
    oauth: { environment: 'ACME_OAUTH' },
    clientId: {},
    clientSecret: {},
    token: {},
    tokens: tokensOption,
  },
  credentials: [
    {
      required: [],
      optional: [
        ...(['user', 'basic', 'queryKey', 'headerKey', 'cookieKey', 'rawKey', 'oauth', 'token'] as const),
        ...(['clientId', 'clientSecret', 'tokens'] as const),
      ],
      policy: securitySchemes(security, {
        oauth: {
          required: ['clientId', 'clientSecret'],
          policy: clientCredentials(({ clientId, clientSecret, tokens }, baseUrl) => ({
            tokenUrl: `${baseUrl}/token`,
            parameters: { client_id: clientId, client_secret: clientSecret },
            tokens,
          })),
        },
        lone: { required: ['token'], policy: bearer(({ token }) => token) },
      }),
    },
  ],
});

const found = Response.json({});
const token = Response.json({ access_token: 'acce55-token' });

function clientOf(options: Options, script: ScriptedResponse | readonly ScriptedResponse[] = found) {
  const fetch = recordingFetch(script);
  const clock = new ManualClock();
  const client = createAcme({ retry: false, clock, fetch, ...options });
  return { client, clock, requests: fetch.requests, last: () => fetch.requests.at(-1) };
}

const all = {
  user: 'us3r',
  basic: 'mary:pa55word',
  queryKey: 'query-k3y&',
  headerKey: 'header-k3y',
  cookieKey: 'cookie k3y',
  rawKey: 'Token token=raw-k3y',
};

describe('a client with several ways to authenticate', () => {
  it.each<[string, keyof Operations, Options, string | undefined]>([
    ['a token', 'user', all, 'Bearer us3r'],
    ['the first alternative', 'either', all, 'Bearer us3r'],
    ['the next alternative that was given', 'either', { basic: all.basic }, `Basic ${btoa(all.basic)}`],
    ['a raw key', 'raw', all, 'Token token=raw-k3y'],
    ['a ready token', 'oauth', { oauth: 't0ken' }, 'Bearer t0ken'],
    ['a token of another option', 'lone', { token: 't0ken' }, 'Bearer t0ken'],
    ['optional credentials that were given', 'optional', all, 'Bearer us3r'],
    ['nothing where credentials are optional and none were given', 'optional', {}, undefined],
    ['nothing where the operation needs none', 'open', all, undefined],
  ])('a client sends %s', async (_, name, options, authorization) => {
    const { client, last } = clientOf(options);
    await client[name]();
    expect(last()?.headers.authorization).toBe(authorization);
  });

  it('a client sends the default credentials, encoded in the query', async () => {
    const { client, last } = clientOf(all);
    await client.byDefault({ a: 1 });
    expect(last()?.url).toBe('https://api.example.com/default?a=1&api%20key=query-k3y%26');
  });

  it('a client sends keys in all places together with a token that it requests', async () => {
    const options = { ...all, clientId: 'id', clientSecret: 's3cret' };
    const { client, requests, last } = clientOf(options, [token, found]);
    await client.together({}, { headers: { Cookie: 'a=b' } });
    expect(last()).toMatchObject({
      url: 'https://api.example.com/together?api%20key=query-k3y%26',
      headers: { 'x-key': 'header-k3y', cookie: 'a=b; sid=cookie%20k3y', authorization: 'Bearer acce55-token' },
    });
    // The token endpoint gets its own credentials only.
    expect(requests[0]?.url).toBe('https://api.example.com/token');
    expect(JSON.stringify(requests[0]?.headers)).not.toMatch(/k3y/);
  });

  it.each<[string, Options]>([
    ['texts', { clientId: 'id', clientSecret: 's3cret' }],
    ['functions', { clientId: () => 'id', clientSecret: async () => 's3cret' }],
  ])('a client with credentials that are %s sends the token of another process', async (_, options) => {
    const tokens: SharedTokens = { obtain: async () => ({ value: 'sh4red', lifetime: 1000, isShared: true }) };
    const { client, requests, last } = clientOf({ ...options, tokens });
    await client.oauth();
    expect([requests.length, last()?.headers.authorization]).toEqual([1, 'Bearer sh4red']);
  });

  it('a client replaces a refused token, and sends each key once with each attempt', async () => {
    const refused = new Response('', { status: 401 });
    const options = { ...all, clientId: 'id', clientSecret: 's3cret' };
    const { client, requests } = clientOf(options, [token, refused, token, found]);
    await client.together();
    const urls = requests.map(({ url }) => url).filter((url) => url.includes('together'));
    expect(urls).toEqual(Array(2).fill('https://api.example.com/together?api%20key=query-k3y%26'));
  });

  it('a client sends a key in the query once with each retry', async () => {
    const down = new Response('', { status: 503 });
    const { client, clock, requests } = clientOf({ ...all, retry: {} }, [down, down, found]);
    await clock.run(client.byDefault());
    const url = 'https://api.example.com/default?api%20key=query-k3y%26';
    expect(requests.map((request) => request.url)).toEqual([url, url, url]);
  });

  it.each<[keyof Operations, Options, string]>([
    ['user', { basic: all.basic }, 'GET /user: pass the option `user` (ACME_USER), to createAcme.'],
    [
      'either',
      { headerKey: 'k' },
      'GET /either: pass the option `user` (ACME_USER), or `basic`, or `headerKey` and `queryKey`, to createAcme.',
    ],
    [
      'oauth',
      { clientId: 'i' },
      'GET /oauth: pass the option `oauth` (ACME_OAUTH), or `clientId` and `clientSecret`, to createAcme.',
    ],
    ['lone', {}, 'GET /lone: pass the option `token`, to createAcme.'],
    ['byDefault', {}, 'GET /default: pass the option `queryKey`, to createAcme.'],
  ])('a client says before it sends anything which credentials %s needs', async (name, options, message) => {
    const { client, requests } = clientOf({ ...options, retry: {} });
    const error = await failure(client[name]());
    expect(error).toMatchObject({ name: 'PlumblineError', message });
    expect(requests).toEqual([]);
  });

  it('a client calls only the functions whose credentials it sends', async () => {
    const called: string[] = [];
    const track = (name: string) => () => {
      called.push(name);
      return name;
    };
    const { client, last } = clientOf({ user: track('us3r'), headerKey: track('h'), queryKey: track('q') });
    await client.user();
    expect([called, last()?.headers.authorization]).toEqual([['us3r'], 'Bearer us3r']);
    await client.open();
    expect(called).toEqual(['us3r']);
  });

  it('the openapi-fetch client sends the default, else the first credentials that were given, else none', async () => {
    const ask = async (options: Options) => {
      const { client, last } = clientOf(options);
      await (client.api as unknown as { GET(path: string): Promise<unknown> }).GET('/any');
      return [last()?.url.replace('https://api.example.com', ''), last()?.headers.authorization];
    };
    expect(await ask(all)).toEqual(['/any?api%20key=query-k3y%26', undefined]);
    expect(await ask({ basic: all.basic, rawKey: 'r' })).toEqual(['/any', `Basic ${btoa(all.basic)}`]);
    expect(await ask({})).toEqual(['/any', undefined]);
  });
});

describe('the environment of a client with several ways to authenticate', () => {
  beforeEach(() => {
    vi.stubEnv('ACME_USER', 'env-us3r');
    vi.stubEnv('ACME_OAUTH', 'env-t0ken');
  });
  afterEach(() => vi.unstubAllEnvs());

  it.each<[what: string, keyof Operations, Options, authorization: string]>([
    ['a passed credential, not an earlier one', 'either', { basic: all.basic }, `Basic ${btoa(all.basic)}`],
    ['a passed function, not an earlier credential', 'either', { basic: () => all.basic }, `Basic ${btoa(all.basic)}`],
    ['its own credential where none was passed', 'either', {}, 'Bearer env-us3r'],
    ['its own credential where the passed ones are incomplete', 'either', { headerKey: 'k' }, 'Bearer env-us3r'],
    ['its own credential where the operation takes none of the passed', 'user', { basic: 'a:b' }, 'Bearer env-us3r'],
    [
      'a token for a passed client id, not its own',
      'oauth',
      { clientId: 'i', clientSecret: 's' },
      'Bearer acce55-token',
    ],
    [
      'a passed token, not one for a passed client id',
      'oauth',
      { oauth: 'o', clientId: 'i', clientSecret: 's' },
      'Bearer o',
    ],
    ['its own token where the client id is incomplete', 'oauth', { clientId: 'i' }, 'Bearer env-t0ken'],
  ])('the environment gives a request %s', async (_, name, options, authorization) => {
    const { client, last } = clientOf(options, ({ url }) => (url.endsWith('/token') ? token : found).clone());
    await client[name]();
    expect(last()?.headers.authorization).toBe(authorization);
  });

  it('the openapi-fetch client sends a passed credential, not one of the environment', async () => {
    const { client, last } = clientOf({ rawKey: 'r' });
    await (client.api as unknown as { GET(path: string): Promise<unknown> }).GET('/any');
    expect(last()?.headers.authorization).toBe('r');
  });
});

describe('the secrets of a client with several ways to authenticate', () => {
  const shown = (value: unknown): string =>
    [
      inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
      JSON.stringify(value),
      ...(value instanceof Error ? [value.stack, shown(value.cause)] : []),
    ].join('\n');
  const expectNoKey = (value: unknown) =>
    expect(shown(value)).not.toMatch(/k3y|pa55word|us3r|acce55|s3cret|bWFyeTpwYTU1d29yZA/);

  it('an error repeats no key of the query, also if the message of its cause has the URL', async () => {
    const events: ClientEvent[] = [];
    const observe = (event: ClientEvent) => events.push(event);
    const broken: ScriptedResponse = ({ url }) => {
      throw new TypeError(`request to ${url} failed`, { cause: new Error(`connect ${decodeURIComponent(url)}`) });
    };
    const { client, clock } = clientOf({ ...all, observe, retry: {} }, broken);
    const error = (await failure(clock.run(client.byDefault()))) as Error;
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: { length: 3 } });
    expect((error.cause as Error).message).toBe(
      'request to https://api.example.com/default?api%20key=[redacted] failed',
    );
    expectNoKey([error, events]);
  });

  it('a response, its error and a result have a URL without the key of the query', async () => {
    const refused = Response.json({ message: 'no' }, { status: 403 });
    const { client } = clientOf(all, refused);
    const error = (await failure(client.byDefault({ a: 1 }))) as { response: Response };
    expect(error.response.url).toBe('https://api.example.com/default?a=1');
    expectNoKey(error);
    const { response } = await client.byDefault({ a: 1 }).result();
    expect(response.url).toBe('https://api.example.com/default?a=1');
  });

  it('the message of a vendor repeats no credential that was sent', async () => {
    const echo: ScriptedResponse = ({ url, headers }) =>
      url.endsWith('/token')
        ? token.clone()
        : Response.json(
            { message: `bad ${url} ${headers['x-key']} ${headers.authorization} pa55word` },
            { status: 400 },
          );
    const { client } = clientOf({ ...all, clientId: 'id', clientSecret: 's3cret' }, echo);
    for (const name of ['together', 'either'] as const) {
      const error = (await failure(client[name]())) as Error;
      expect(error.message).toContain('[redacted]');
      if (name === 'together') expect(error.message).not.toMatch(/k3y|acce55/);
    }
    const basic = (await failure(clientOf({ basic: all.basic }, echo).client.either())) as Error;
    expect(basic.message).not.toMatch(/pa55word|bWFyeTpwYTU1d29yZA/);
  });
});

describe('the servers of a client', () => {
  it('an operation is sent to its own server, with its credentials', async () => {
    const { client, last } = clientOf(all);
    await client.elsewhere();
    expect(last()?.url).toBe('https://other.example.com/elsewhere?api%20key=query-k3y%26');
  });

  it('the option baseUrl replaces the server of an operation, so that no other host gets the credentials', async () => {
    const { client, last } = clientOf({ ...all, baseUrl: 'https://proxy.example.com/api/' });
    await client.elsewhere();
    expect(last()?.url).toBe('https://proxy.example.com/api/elsewhere?api%20key=query-k3y%26');
  });
});

describe('a polluted prototype', () => {
  it('a polluted prototype gives a client no credentials and no scheme', async () => {
    const polluted: Record<string, unknown> = { user: 'evil', queryKey: 'evil', in: 'query', name: 'evil' };
    Object.assign(Object.prototype, polluted);
    try {
      const { client, last } = clientOf({ headerKey: 'k' });
      expect(await failure(client.user())).toMatchObject({ name: 'PlumblineError' });
      await client.open();
      expect(last()?.url).toBe('https://api.example.com/open');
    } finally {
      for (const name of Object.keys(polluted)) delete (Object.prototype as unknown as Record<string, unknown>)[name];
    }
  });
});
