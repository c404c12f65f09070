import { inspect } from 'node:util';
import { recordingFetch } from '@plumbline/runtime/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMagnify,
  isApiError,
  type MagnifyOptions,
  PaginationError,
  PlumblineError,
  type SharedTokens,
} from './index.ts';

const credentials = { clientId: 'c1ient', clientSecret: 's3cret' };
const uuid = '3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b';
const make = (options: unknown) => createMagnify(options as MagnifyOptions);

/** A client of a vendor with `total` motions, and the requests that it sends. */
function createClient(total: number, options: Partial<MagnifyOptions> = {}) {
  const fetch = recordingFetch((request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/token')) return Response.json({ access_token: 't0ken', expires_in: 3600 });
    const from = Number(searchParams.get('from') ?? 0);
    const size = Math.min(Number(searchParams.get('size') ?? 20), Math.max(total - from, 0));
    return Response.json({ data: Array.from({ length: size }, (_, index) => ({ id: String(from + index) })), total });
  });
  return { magnify: createMagnify({ ...credentials, ...options, fetch }), sent: fetch.requests };
}

beforeEach(() => {
  // The variables of the machine must have no effect.
  for (const name of ['MAGNIFY_CLIENT_ID', 'MAGNIFY_CLIENT_SECRET']) vi.stubEnv(name, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it('createMagnify requests a token itself, in a form, and sends it', async () => {
  const { magnify, sent } = createClient(1);
  await magnify.motions.list({ state: 'EXECUTING' });
  await magnify.api.GET('/motions');
  expect(sent.map(({ url }) => url)).toEqual([
    'https://auth.magnify.io/oauth2/token',
    'https://api.magnify.io/v1/partner/motions?state=EXECUTING',
    'https://api.magnify.io/v1/partner/motions',
  ]);
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.body as string))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'c1ient',
    client_secret: 's3cret',
    scope: 'partner-api/motions.read',
  });
  expect(sent.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer t0ken', 'Bearer t0ken']);
});

it('createMagnify requests the scope of `scope` from the endpoint of `tokenUrl`', async () => {
  const { magnify, sent } = createClient(1, {
    scope: 'a b',
    tokenUrl: 'https://auth.test/oauth2/token/',
    baseUrl: 'https://api.test/',
  });
  await magnify.motions.list();
  await magnify.auth.createToken({ grant_type: 'client_credentials', client_id: 'i', client_secret: 's', scope: 'x' });
  expect(new URLSearchParams(sent[0]?.body as string).get('scope')).toBe('a b');
  expect(sent.map(({ url }) => url)).toEqual([
    'https://auth.test/oauth2/token',
    'https://api.test/motions',
    'https://auth.test/oauth2/token',
  ]);
});

it('createMagnify sends the token of another process, and requests none', async () => {
  const tokens: SharedTokens = { obtain: async () => ({ value: 'sh4red', lifetime: 3_600_000, isShared: true }) };
  const { magnify, sent } = createClient(1, { tokens });
  await magnify.motions.list();
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer sh4red']);
});

it('the environment provides client id and secret if the options do not', async () => {
  vi.stubEnv('MAGNIFY_CLIENT_ID', 'env-c1ient');
  vi.stubEnv('MAGNIFY_CLIENT_SECRET', 'env-s3cret');
  const { magnify, sent } = createClient(1, { clientId: undefined, clientSecret: 's3cret' });
  await magnify.motions.list();
  const parameters = Object.fromEntries(new URLSearchParams(sent[0]?.body as string));
  expect(parameters).toMatchObject({ client_id: 'env-c1ient', client_secret: 's3cret' });
  expect(() => createMagnify()).not.toThrow();
});

it('a method accepts the id of a motion in both forms', async () => {
  const { magnify, sent } = createClient(1);
  await magnify.motions.get({ motionId: `motion_${uuid.toUpperCase()}` });
  await magnify.motions.emailMetrics.list({ motionId: uuid });
  expect(sent.slice(1).map(({ url }) => new URL(url).pathname)).toEqual([
    `/v1/partner/motions/${uuid}`,
    `/v1/partner/motions/${uuid}/email-metrics`,
  ]);
});

it.each([['..'], ['a/b'], ['?x'], [''], ['motion_']])(
  'a method refuses %j as the id of a motion, and sends no request',
  async (motionId) => {
    const { magnify, sent } = createClient(1);
    await expect(magnify.motions.get({ motionId })).rejects.toBeInstanceOf(PlumblineError);
    expect(sent).toEqual([]);
  },
);

describe('a list of motions', () => {
  it('a list of motions is read page by page to its end', async () => {
    const { magnify, sent } = createClient(145);
    const ids: (string | undefined)[] = [];
    for await (const { id } of magnify.motions.list()) ids.push(id);
    expect(ids).toEqual(Array.from({ length: 145 }, (_, index) => String(index)));
    expect(sent.slice(1).map(({ url }) => new URL(url).search)).toEqual([
      '',
      '?from=20&size=100',
      // The largest offset that Magnify accepts. The items of the page before are skipped.
      '?from=100&size=100',
    ]);
  });

  it('a list of motions throws if Magnify accepts no further page', async () => {
    const { magnify } = createClient(500);
    const reading = magnify.motions.list({ size: 100 }).toArray({ limit: 1000 });
    await expect(reading).rejects.toBeInstanceOf(PaginationError);
    await expect(reading).rejects.toMatchObject({ reason: 'truncated', count: 200, total: 500 });
    expect(await magnify.motions.list({ size: 100 }).toArray({ limit: 200 })).toHaveLength(200);
  });
});

it('a method throws an ApiError that names the documented path', async () => {
  const fetch = recordingFetch([
    Response.json({ access_token: 't' }),
    Response.json({ message: 'no' }, { status: 404 }),
  ]);
  const magnify = createMagnify({ ...credentials, fetch });
  const error = await magnify.motions.get({ motionId: uuid }).catch((cause) => cause);
  expect(isApiError(error, 404)).toBe(true);
  expect(error).toMatchObject({ path: '/motions/{motionId}', body: { message: 'no' } });
});

describe('createMagnify with invalid options', () => {
  it.each([
    [null, 'createMagnify: pass an object of options.'],
    [undefined, 'createMagnify: `clientId` is missing. Pass it, or set MAGNIFY_CLIENT_ID.'],
    [{}, 'createMagnify: `clientId` is missing. Pass it, or set MAGNIFY_CLIENT_ID.'],
    [{ clientId: 'c1ient' }, 'createMagnify: `clientSecret` is missing. Pass it, or set MAGNIFY_CLIENT_SECRET.'],
    [{ ...credentials, tokens: 's3cret' }, 'createMagnify: `tokens` must be the result of `createFleetTokens`.'],
    [{ ...credentials, scope: null }, 'createMagnify: `scope` must be a string.'],
    [{ ...credentials, clientSecret: '' }, 'createMagnify: `clientSecret` is empty.'],
    [{ ...credentials, clientSecret: 's3cret\n' }, 'createMagnify: `clientSecret` has a character'],
    [{ ...credentials, scope: '' }, 'createMagnify: `scope` is empty.'],
    [{ ...credentials, clientsecret: 's3cret' }, 'createMagnify: unknown option `clientsecret`.'],
    [{ ...credentials, timeout: 0 }, 'createMagnify: `timeout` must be'],
    [{ ...credentials, baseUrl: 's3cret' }, 'createMagnify: `baseUrl` must be an absolute URL'],
    [{ ...credentials, baseUrl: 'http://s3cret.example' }, 'createMagnify: `baseUrl` must begin with https://'],
    [
      { ...credentials, tokenUrl: 'https://s3cret@auth.magnify.io/oauth2/token' },
      'createMagnify: `tokenUrl` must not have a user',
    ],
    [
      { ...credentials, tokenUrl: 'https://s3cret.example/token' },
      'createMagnify: `tokenUrl` must end in /oauth2/token.',
    ],
    [
      { ...credentials, tokenUrl: 'http://auth.magnify.io/oauth2/token' },
      'createMagnify: `tokenUrl` must begin with https://',
    ],
    [{ ...credentials, headers: { 'X-Token': 's3cret\n\n.' } }, 'The header `X-Token`'],
  ])('createMagnify refuses %j', (options, message) => {
    expect(() => make(options)).toThrow(PlumblineError);
    expect(() => make(options)).toThrow(message);
    expect(() => make(options)).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9, showHidden: true }).includes('s3cret')),
    );
  });
});

it('a client of Magnify shows no credentials', async () => {
  const { magnify } = createClient(1);
  await magnify.motions.list();
  expect(inspect(magnify, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(/s3cret|c1ient|t0ken/);
});
