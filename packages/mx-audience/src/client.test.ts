import { inspect } from 'node:util';
import { recordingFetch } from '@plumbline/runtime/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMxAudience, type MxAudienceOptions, PlumblineError } from './index.ts';

const credentials = { clientId: 'c1ient', clientSecret: 's3cret' };
const member = { id_or_slug: 'vip', institution_public_id: 'INS-1' };
const make = (options: unknown) => createMxAudience(options as MxAudienceOptions);

/** A client that receives a token, and this response to its other requests. */
function createClient(options: MxAudienceOptions, response: Response) {
  const token = Response.json({ access_token: 't0ken' });
  const fetch = recordingFetch(({ url }) => (url.endsWith('/api/token') ? token : response).clone());
  return { mx: createMxAudience({ ...options, fetch }), sent: fetch.requests };
}
const csv = new Response('guid\nU-1\n', { headers: { 'Content-Type': 'text/csv' } });

beforeEach(() => {
  // The variables of the machine must have no effect.
  for (const name of ['DOMAIN', 'CLIENT_ID', 'CLIENT_SECRET']) vi.stubEnv(`MX_AUDIENCE_${name}`, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

it('createMxAudience requests a token itself, in JSON, from the subdomain of the partner', async () => {
  const { mx, sent } = createClient({ domain: 'acme', ...credentials }, csv);
  expect(await mx.audiences.listMembers(member, { accept: 'text/csv' })).toBe('guid\nU-1\n');
  expect(sent.map(({ url }) => url)).toEqual([
    'https://acme.access.mx.com/api/token',
    'https://acme.access.mx.com/api/v1/audience/vip/list?institution_public_id=INS-1',
  ]);
  expect(JSON.parse(sent[0]?.body as string)).toEqual({ client_id: 'c1ient', client_secret: 's3cret' });
  expect(sent[1]?.headers).toMatchObject({ authorization: 'Bearer t0ken', accept: 'text/csv' });
});

it('audiences.listMembers returns a count that differs from the length of the list', async () => {
  const { mx } = createClient({ domain: 'acme', ...credentials }, Response.json({ count: 3, list: ['a'] }));
  const { count, list = [] } = await mx.audiences.listMembers(member);
  expect([count, list, count === list.length]).toEqual([3, ['a'], false]);
});

it('audiences.listMembers returns CSV as an error if JSON was requested', async () => {
  const { mx } = createClient({ domain: 'acme', ...credentials }, csv);
  const call = mx.audiences.listMembers(member);
  expect(await call.result()).toMatchObject({ ok: false, status: 200, error: 'guid\nU-1\n' });
  await expect(call).rejects.toMatchObject({ name: 'ApiError', status: 200 });
});

it.each([['..'], ['.'], ['']])(
  'audiences.listMembers refuses %j as an audience, and sends no request',
  async (id_or_slug) => {
    const { mx, sent } = createClient({ domain: 'acme', ...credentials }, csv);
    await expect(mx.audiences.listMembers({ ...member, id_or_slug })).rejects.toBeInstanceOf(PlumblineError);
    expect(sent).toEqual([]);
  },
);

describe('the environment', () => {
  beforeEach(() => {
    vi.stubEnv('MX_AUDIENCE_DOMAIN', 'env-acme');
    vi.stubEnv('MX_AUDIENCE_CLIENT_ID', 'env-c1ient');
    vi.stubEnv('MX_AUDIENCE_CLIENT_SECRET', 'env-s3cret');
  });

  it('the environment provides subdomain, client id and secret if the options do not', async () => {
    const { mx, sent } = createClient({}, csv);
    await mx.audiences.listMembers(member, { accept: 'text/csv' });
    expect(sent[0]).toMatchObject({
      url: 'https://env-acme.access.mx.com/api/token',
      body: '{"client_id":"env-c1ient","client_secret":"env-s3cret"}',
    });
    expect(() => createMxAudience()).not.toThrow();
  });

  it.each([
    [{ domain: 'acme' }, 'https://acme.access.mx.com/api/token'],
    [{ baseUrl: 'https://mx.example' }, 'https://mx.example/api/token'],
  ])('the environment does not override %j', async (options, url) => {
    const { mx, sent } = createClient(options, csv);
    await mx.audiences.listMembers(member, { accept: 'text/csv' });
    expect(sent[0]?.url).toBe(url);
  });
});

it('createMxAudience accepts a base URL in place of the subdomain', async () => {
  const { mx, sent } = createClient({ baseUrl: 'http://localhost:4010/', ...credentials }, csv);
  await mx.audiences.listMembers(member, { accept: 'text/csv' });
  expect(sent[0]?.url).toBe('http://localhost:4010/api/token');
});

describe('createMxAudience with invalid options', () => {
  it.each([
    ['acme.access.mx.com'],
    ['s3cret.example'],
    ['evil.example/'],
    ['evil.example#'],
    ['evil.example?'],
    ['a@b'],
    ['a:b'],
    [''],
    ['-a'],
    ['a-'],
    ['a b'],
    ['acme\n'],
    ['é'],
    ['a'.repeat(64)],
    [null],
    [5],
    [true],
    [['acme']],
  ])('createMxAudience refuses %j as a subdomain', (domain) => {
    expect(() => make({ domain, ...credentials })).toThrow(PlumblineError);
    expect(() => make({ domain, ...credentials })).toThrow(
      /^createMxAudience: `domain` (must be one part of a host name|must be a string|is empty|has a character)/,
    );
  });

  it.each([
    [null, 'createMxAudience: pass an object of options.'],
    [undefined, 'createMxAudience: `clientId` is missing. Pass it, or set MX_AUDIENCE_CLIENT_ID.'],
    [{ ...credentials, baseUrl: undefined }, 'createMxAudience: pass `domain` (MX_AUDIENCE_DOMAIN)'],
    [credentials, 'createMxAudience: pass `domain` (MX_AUDIENCE_DOMAIN)'],
    [{ ...credentials, domain: 'acme', baseUrl: 'https://s3cret.example' }, 'not both.'],
    [{ ...credentials, domain: 's3cret.' }, 'createMxAudience: `domain` must be one part'],
    [{ ...credentials, baseUrl: 's3cret' }, 'createMxAudience: `baseUrl` must be an absolute URL'],
    [{ ...credentials, baseUrl: null }, 'createMxAudience: `baseUrl` must be an absolute URL'],
    [{ domain: 'acme', clientSecret: 's3cret' }, 'createMxAudience: `clientId` is missing.'],
    [{ domain: 'acme', clientId: 'c1ient' }, 'createMxAudience: `clientSecret` is missing.'],
    [{ ...credentials, domain: 'acme', subdomain: 's3cret' }, 'createMxAudience: unknown option `subdomain`.'],
  ])('createMxAudience refuses %j', (options, message) => {
    expect(() => make(options)).toThrow(PlumblineError);
    expect(() => make(options)).toThrow(message);
    expect(() => make(options)).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9, showHidden: true }).includes('s3cret')),
    );
  });
});

it('a client of MX Audience shows no credentials', async () => {
  const { mx } = createClient({ domain: 'acme', ...credentials }, csv);
  await mx.audiences.listMembers(member, { accept: 'text/csv' });
  expect(inspect(mx, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(/c1ient|s3cret|t0ken/);
});
