import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createMxAudience, type MxAudienceOptions, PlumblineError } from './index.ts';

const credentials = { clientId: 'c1ient', clientSecret: 's3cret' };
const member = { id_or_slug: 'vip', institution_public_id: 'INS-1' };
const make = (options: unknown) => createMxAudience(options as MxAudienceOptions);

function mxOf(options: MxAudienceOptions, answer: () => Response) {
  const sent: { url: string; headers: Headers; body: unknown }[] = [];
  const mx = createMxAudience({
    ...options,
    fetch: async (url, init) => {
      sent.push({ url, headers: new Headers(init.headers), body: init.body });
      return url.endsWith('/api/token') ? Response.json({ access_token: 't0ken' }) : answer();
    },
  });
  return { mx, sent };
}
const csv = () => new Response('guid\nU-1\n', { headers: { 'Content-Type': 'text/csv' } });

it('gets a token by itself, in JSON, from the sub-domain of the partner', async () => {
  const { mx, sent } = mxOf({ domain: 'acme', ...credentials }, csv);
  expect(await mx.audiences.listMembers(member, { accept: 'text/csv' })).toBe('guid\nU-1\n');
  expect(sent.map(({ url }) => url)).toEqual([
    'https://acme.access.mx.com/api/token',
    'https://acme.access.mx.com/api/v1/audience/vip/list?institution_public_id=INS-1',
  ]);
  expect(JSON.parse(sent[0]?.body as string)).toEqual({ client_id: 'c1ient', client_secret: 's3cret' });
  expect(sent[1]?.headers.get('Authorization')).toBe('Bearer t0ken');
  expect(sent[1]?.headers.get('Accept')).toBe('text/csv');
});

it('keeps a count that disagrees with the list, as it came', async () => {
  const { mx } = mxOf({ domain: 'acme', ...credentials }, () => Response.json({ count: 3, list: ['a'] }));
  const { count, list = [] } = await mx.audiences.listMembers(member);
  expect([count, list, count === list.length]).toEqual([3, ['a'], false]);
});

it('takes CSV for an error where JSON was asked for', async () => {
  const { mx } = mxOf({ domain: 'acme', ...credentials }, csv);
  const call = mx.audiences.listMembers(member);
  expect(await call.result()).toMatchObject({ ok: false, status: 200, error: 'guid\nU-1\n' });
  await expect(call).rejects.toMatchObject({ name: 'ApiError', status: 200 });
});

it.each([['..'], ['.'], ['']])('refuses %j as an audience, and sends nothing', async (id_or_slug) => {
  const { mx, sent } = mxOf({ domain: 'acme', ...credentials }, csv);
  await expect(mx.audiences.listMembers({ ...member, id_or_slug })).rejects.toBeInstanceOf(PlumblineError);
  expect(sent).toEqual([]);
});

it('takes a whole address in place of the sub-domain', async () => {
  const { mx, sent } = mxOf({ baseUrl: 'http://localhost:4010/', ...credentials }, csv);
  await mx.audiences.listMembers(member, { accept: 'text/csv' });
  expect(sent[0]?.url).toBe('http://localhost:4010/api/token');
});

describe('createMxAudience refuses', () => {
  it.each([
    ['acme.access.mx.com'],
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
  ])('%j as a sub-domain', (domain) => {
    expect(() => make({ domain, ...credentials })).toThrow(
      'createMxAudience: `domain` must be one part of a host name',
    );
  });

  it.each([
    [undefined, 'createMxAudience: pass an object of options.'],
    [credentials, 'createMxAudience: pass `domain`'],
    [{ ...credentials, domain: 'acme', baseUrl: 'https://s3cret.example' }, 'not both.'],
    [{ ...credentials, domain: 's3cret.' }, 'createMxAudience: `domain` must be one part'],
    [{ ...credentials, baseUrl: 's3cret' }, 'createMxAudience: `baseUrl` must be an absolute URL'],
    [{ ...credentials, baseUrl: null }, 'createMxAudience: `baseUrl` must be an absolute URL'],
    [{ domain: 'acme', clientSecret: 's3cret' }, 'createMxAudience: `clientId` is missing.'],
    [{ domain: 'acme', clientId: 'c1ient' }, 'createMxAudience: `clientSecret` is missing.'],
    [{ ...credentials, domain: 'acme', subdomain: 's3cret' }, 'createMxAudience: there is no option `subdomain`.'],
  ])('%j', (options, message) => {
    expect(() => make(options)).toThrow(PlumblineError);
    expect(() => make(options)).toThrow(message);
    expect(() => make(options)).toThrow(
      expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9, showHidden: true }).includes('s3cret')),
    );
  });
});

it('shows no credentials', async () => {
  const { mx } = mxOf({ domain: 'acme', ...credentials }, csv);
  await mx.audiences.listMembers(member, { accept: 'text/csv' });
  expect(inspect(mx, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toMatch(/c1ient|s3cret|t0ken/);
});
