import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createMagnify, isApiError, type MagnifyOptions, PaginationError, PlumblineError } from './index.ts';

const credentials = { clientId: 'c1ient', clientSecret: 's3cret' };
const uuid = '3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b';
const make = (options: unknown) => createMagnify(options as MagnifyOptions);

/** A Magnify with `total` motions, and a client of it. */
function magnifyOf(total: number, options: Partial<MagnifyOptions> = {}) {
  const sent: { url: URL; headers: Headers; body: unknown }[] = [];
  const magnify = createMagnify({
    ...credentials,
    ...options,
    fetch: async (address, init) => {
      const url = new URL(address);
      sent.push({ url, headers: new Headers(init.headers), body: init.body });
      if (url.pathname.endsWith('/token')) return Response.json({ access_token: 't0ken', expires_in: 3600 });
      const from = Number(url.searchParams.get('from') ?? 0);
      const size = Math.min(Number(url.searchParams.get('size') ?? 20), Math.max(total - from, 0));
      return Response.json({ data: Array.from({ length: size }, (_, index) => ({ id: String(from + index) })), total });
    },
  });
  return { magnify, sent };
}

it('gets a token by itself, in a form, and sends it', async () => {
  const { magnify, sent } = magnifyOf(1);
  await magnify.motions.list({ state: 'EXECUTING' });
  await magnify.api.GET('/motions');
  expect(sent.map(({ url }) => url.href)).toEqual([
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
  expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual([null, 'Bearer t0ken', 'Bearer t0ken']);
});

it('asks for the scope and at the endpoint that it is told', async () => {
  const { magnify, sent } = magnifyOf(1, {
    scope: 'a b',
    tokenUrl: 'https://auth.test/oauth2/token/',
    baseUrl: 'https://api.test/',
  });
  await magnify.motions.list();
  await magnify.auth.createToken({ grant_type: 'client_credentials', client_id: 'i', client_secret: 's', scope: 'x' });
  expect(new URLSearchParams(sent[0]?.body as string).get('scope')).toBe('a b');
  expect(sent.map(({ url }) => url.href)).toEqual([
    'https://auth.test/oauth2/token',
    'https://api.test/motions',
    'https://auth.test/oauth2/token',
  ]);
});

it('takes the id of a motion in either form', async () => {
  const { magnify, sent } = magnifyOf(1);
  await magnify.motions.get({ motionId: `motion_${uuid.toUpperCase()}` });
  await magnify.motions.emailMetrics.list({ motionId: uuid });
  expect(sent.slice(1).map(({ url }) => url.pathname)).toEqual([
    `/v1/partner/motions/${uuid}`,
    `/v1/partner/motions/${uuid}/email-metrics`,
  ]);
});

it.each([['..'], ['a/b'], ['?x'], [''], ['motion_']])(
  'refuses %j as the id of a motion, and sends nothing',
  async (motionId) => {
    const { magnify, sent } = magnifyOf(1);
    await expect(magnify.motions.get({ motionId })).rejects.toBeInstanceOf(PlumblineError);
    expect(sent).toEqual([]);
  },
);

describe('all motions', () => {
  it('are read page by page to the end', async () => {
    const { magnify, sent } = magnifyOf(145);
    const ids: (string | undefined)[] = [];
    for await (const { id } of magnify.motions.list()) ids.push(id);
    expect(ids).toEqual(Array.from({ length: 145 }, (_, index) => String(index)));
    expect(sent.slice(1).map(({ url }) => url.search)).toEqual([
      '',
      '?from=20&size=100',
      // The last offset that Magnify takes; what the page before held is left out.
      '?from=100&size=100',
    ]);
  });

  it('end with an error where Magnify lets nobody page further', async () => {
    const { magnify } = magnifyOf(500);
    const reading = magnify.motions.list({ size: 100 }).toArray({ limit: 1000 });
    await expect(reading).rejects.toBeInstanceOf(PaginationError);
    await expect(reading).rejects.toMatchObject({ reason: 'truncated', count: 200, total: 500 });
    expect(await magnify.motions.list({ size: 100 }).toArray({ limit: 200 })).toHaveLength(200);
  });
});

it('raises an ApiError that names the path as documented', async () => {
  const magnify = createMagnify({
    ...credentials,
    fetch: async (url) =>
      url.endsWith('/token') ? Response.json({ access_token: 't' }) : Response.json({ message: 'no' }, { status: 404 }),
  });
  const error = await magnify.motions.get({ motionId: uuid }).catch((cause) => cause);
  expect(isApiError(error, 404)).toBe(true);
  expect(error).toMatchObject({ path: '/motions/{motionId}', body: { message: 'no' } });
});

describe('createMagnify refuses', () => {
  it.each([
    [undefined, 'createMagnify: pass an object of options.'],
    [{}, 'createMagnify: `clientId` is missing.'],
    [{ clientId: 'c1ient' }, 'createMagnify: `clientSecret` is missing.'],
    [{ ...credentials, clientSecret: '' }, 'createMagnify: `clientSecret` is empty.'],
    [{ ...credentials, clientSecret: 's3cret\n' }, 'createMagnify: `clientSecret` holds a character'],
    [{ ...credentials, scope: '' }, 'createMagnify: `scope` is empty.'],
    [{ ...credentials, clientsecret: 's3cret' }, 'createMagnify: there is no option `clientsecret`.'],
    [{ ...credentials, timeout: 0 }, 'createMagnify: `timeout` must be'],
    [{ ...credentials, baseUrl: 's3cret' }, 'createMagnify: `baseUrl` must be an absolute URL'],
    [{ ...credentials, baseUrl: 'http://s3cret.example' }, 'createMagnify: `baseUrl` must begin with https://'],
    [
      { ...credentials, tokenUrl: 'https://s3cret@auth.magnify.io/oauth2/token' },
      'createMagnify: `tokenUrl` must not hold',
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
  ])('%j', (options, message) => {
    expect(() => make(options)).toThrow(PlumblineError);
    expect(() => make(options)).toThrow(message);
    expect(() => make(options)).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9, showHidden: true }).includes('s3cret')),
    );
  });
});

it('shows no credentials', async () => {
  const { magnify } = magnifyOf(1);
  await magnify.motions.list();
  expect(inspect(magnify, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(/s3cret|c1ient|t0ken/);
});
