/** The mock checks credentials as each spec declares them: every documented way in is accepted, and nothing less. */
import { createMagicBell, createMagicBellUser, createUserHmac, isApiError } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import { type MockServer, startMock } from '@plumbline/scripts/mock-server';
import { vendors } from '@plumbline/scripts/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const mocks = new Map<string, MockServer>();
const baseUrl = (vendor: string) => (mocks.get(vendor) as MockServer).url;
beforeAll(async () => {
  for (const vendor of vendors) mocks.set(vendor, await startMock(vendor));
});
afterAll(async () => {
  for (const mock of mocks.values()) await mock.close();
});

/** A fetch that notes the headers and the URL of each request before it sends it. */
function observed() {
  const requests: { url: string; headers: Headers; body: unknown }[] = [];
  const fetch = (url: string, init: RequestInit) => {
    requests.push({ url, headers: new Headers(init.headers), body: init.body });
    return globalThis.fetch(url, init);
  };
  return { fetch, requests };
}

describe('magicbell', () => {
  it('sends key and secret for a project, and nothing of a user', async () => {
    const { fetch, requests } = observed();
    const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', baseUrl: baseUrl('magicbell'), fetch });
    await magicbell.users.get({ user_id: '8f2b1c9e-4d3a-4f6b-9a7c-1e2d3c4b5a69' });
    const names = [...(requests[0]?.headers.keys() ?? [])].filter((name) => name.startsWith('x-magicbell'));
    expect(names).toEqual(['x-magicbell-api-key', 'x-magicbell-api-secret']);
  });

  it.each([
    ['an email', { userEmail: 'mary@example.com' }],
    ['an external id', { userExternalId: 'u_1' }],
    ['an email and an HMAC', { userEmail: 'mary@example.com', userHmac: 'aG1hYw==' }],
    ['an external id and an HMAC', { userExternalId: 'u_1', userHmac: 'aG1hYw==' }],
  ])('takes a user by %s, and never sends a secret', async (_, identity) => {
    const { fetch, requests } = observed();
    const magicbell = createMagicBellUser({ apiKey: 'key', ...identity, baseUrl: baseUrl('magicbell'), fetch });
    expect((await magicbell.notifications.list().result()).status).toBe(200);
    expect(requests[0]?.headers.has('x-magicbell-api-secret')).toBe(false);
    expect(requests[0]?.headers.get('x-magicbell-user-hmac')).toBe('userHmac' in identity ? identity.userHmac : null);
  });

  it('makes the HMAC of the email in lower case', async () => {
    // Made with: printf '%s' mary@example.com | openssl dgst -sha256 -hmac secret -binary | base64
    const expected = await createUserHmac('secret', { userEmail: 'mary@example.com' });
    expect(expected).toBe('0FoKrRrv40mSiO+WjHaTw/F/71fxEY57pS98r5uK4DE=');
    expect(await createUserHmac('secret', { userEmail: 'Mary@Example.com' })).toBe(expected);
  });

  it('sends a new idempotency key with each notification, or the one it is given', async () => {
    const { fetch, requests } = observed();
    const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', baseUrl: baseUrl('magicbell'), fetch });
    const notification = { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] };
    await magicbell.notifications.create({ notification });
    await magicbell.notifications.create({ notification });
    await magicbell.notifications.create({ notification }, { idempotencyKey: 'task-7' });
    const [first, second, third] = requests.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect(third).toBe('task-7');
  });
});

describe('magnetiq', () => {
  it('sends an API key as it is, and asks for no token', async () => {
    const { fetch, requests } = observed();
    const magnetiq = createMagnetiq({ apiKey: 'key', baseUrl: baseUrl('magnetiq'), fetch });
    await magnetiq.consumers.list({ limit: 2, page: 1 });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/consumers']);
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer key');
  });

  it('gets a token once with a client id and secret, and does not send it to the token call', async () => {
    const { fetch, requests } = observed();
    const magnetiq = createMagnetiq({ clientId: 'id', clientSecret: 'secret', baseUrl: baseUrl('magnetiq'), fetch });
    await magnetiq.brands.list();
    await magnetiq.brands.list();
    await magnetiq.auth.createToken({ client_id: 'id', client_secret: 'secret' });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/auth/token',
      '/brands',
      '/brands',
      '/auth/token',
    ]);
    expect(requests.map(({ headers }) => headers.has('Authorization'))).toEqual([false, true, true, false]);
  });

  it('creates a token with the API key alone, as the page also shows it', async () => {
    const { fetch, requests } = observed();
    const magnetiq = createMagnetiq({ apiKey: 'key', baseUrl: baseUrl('magnetiq'), fetch });
    expect((await magnetiq.auth.createToken()).access_token).not.toBe('');
    expect(requests[0]?.body ?? null).toBeNull();
    expect(requests[0]?.headers.get('Authorization')).toBe('Bearer key');
  });

  it('sends a filter in brackets', async () => {
    const { fetch, requests } = observed();
    const magnetiq = createMagnetiq({ apiKey: 'key', baseUrl: baseUrl('magnetiq'), fetch });
    await magnetiq.consumers.list({
      limit: 10,
      page: 1,
      filter: { segment: 'high_value', created_after: '2023-01-01' },
    });
    expect(new URL(requests[0]?.url ?? '').search).toBe(
      '?limit=10&page=1&filter[segment]=high_value&filter[created_after]=2023-01-01',
    );
  });
});

describe('magnify', () => {
  it('gets its token from its own host, as a form, and sends it to the API', async () => {
    const { fetch, requests } = observed();
    const url = baseUrl('magnify');
    const tokenUrl = `${url}/oauth2/token`;
    const magnify = createMagnify({ clientId: 'id', clientSecret: 's&cret', baseUrl: url, tokenUrl, fetch });
    await magnify.motions.list();
    expect(requests.map((request) => request.url)).toEqual([tokenUrl, `${url}/motions`]);
    expect(requests[0]?.body).toBe(
      'grant_type=client_credentials&client_id=id&client_secret=s%26cret&scope=partner-api%2Fmotions.read',
    );
    expect(requests[0]?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
  });

  it('takes the id of a motion in each form that the vendor gives it', async () => {
    const { fetch, requests } = observed();
    const url = baseUrl('magnify');
    const options = { clientId: 'id', clientSecret: 'secret', baseUrl: url, tokenUrl: `${url}/oauth2/token`, fetch };
    const magnify = createMagnify(options);
    await magnify.motions.get({ motionId: 'motion_00000000-0000-0000-0000-00000000000A' });
    expect(requests[1]?.url).toBe(`${url}/motions/00000000-0000-0000-0000-00000000000a`);
  });
});

describe('mx-audience', () => {
  const members = { id_or_slug: 'home_buyers', institution_public_id: 'INST-1' };

  it('gets its token as JSON, and sends it to the list', async () => {
    const { fetch, requests } = observed();
    const url = baseUrl('mx-audience');
    const mx = createMxAudience({ clientId: 'id', clientSecret: 'secret', baseUrl: url, fetch });
    await mx.audiences.listMembers(members);
    expect(requests[0]).toMatchObject({ url: `${url}/api/token`, body: '{"client_id":"id","client_secret":"secret"}' });
    expect(requests[1]?.headers.get('Authorization')).toMatch(/^Bearer ./);
    expect(requests[1]?.headers.get('Accept')).toBe('application/json');
  });

  it('answers in CSV when CSV is asked for', async () => {
    const { fetch, requests } = observed();
    const mx = createMxAudience({ clientId: 'id', clientSecret: 'secret', baseUrl: baseUrl('mx-audience'), fetch });
    const csv = await mx.audiences.listMembers(members, { accept: 'text/csv' });
    expect(csv.split('\r\n').length).toBeGreaterThan(1);
    expect(requests[1]?.headers.get('Accept')).toBe('text/csv');
  });
});

it.each([
  ['magicbell', '/users'],
  ['magnetiq', '/consumers'],
  ['magnify', '/motions'],
  ['mx-audience', '/api/v1/audience/a/list?institution_public_id=i'],
])('the mock of %s refuses a request without credentials', async (vendor, path) => {
  expect((await fetch(baseUrl(vendor) + path)).status).toBe(401);
});

it('the mock refuses what the spec refuses, and the client says so by its typed error', async () => {
  const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', baseUrl: baseUrl('magicbell') });
  const error = await magicbell.notifications
    .create({ notification: { title: 'x'.repeat(256), recipients: [{ email: 'mary@example.com' }] } })
    .catch((reason: unknown) => reason);
  expect(isApiError(error, 422)).toBe(true);
});
