/** The mock checks credentials as each spec declares them: every documented way in is accepted, and nothing less. */
import { createMagicBell, createMagicBellUser, createUserHmac, isApiError } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import { vendors } from '@plumbline/repository/repository';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench, type Target } from './check.ts';
import { type Recording, saveRecording } from './recording.ts';

const benches = new Map<string, Bench>();
const recorded = new Map<string, Recording>(
  vendors.map((vendor) => [vendor, { accepted: [], refused: [], answered: [] }]),
);
beforeAll(async () => {
  for (const vendor of vendors) benches.set(vendor, await openBench(vendor));
});
afterAll(async () => {
  for (const [vendor, bench] of benches) {
    await bench.close();
    saveRecording(vendor, 'authentication', bench.url, recorded.get(vendor) as Recording);
  }
});

/** Calls the mock of a vendor, has the second judge look at each exchange, and gives the requests. */
async function observe(
  vendor: string,
  run: (target: Pick<Target, 'fetch'> & { readonly baseUrl: string }) => Promise<unknown>,
  { refused = false } = {},
): Promise<Exchange['request'][]> {
  const check = {
    name: vendor,
    operation: '',
    refused,
    run: async ({ url, fetch }: Target) => void (await run({ baseUrl: url, fetch })),
  };
  const exchanges = (await benches.get(vendor)?.run(check)) ?? [];
  recorded.get(vendor)?.[refused ? 'refused' : 'accepted'].push(...exchanges);
  return exchanges.map(({ request }) => request);
}
const pathsOf = (requests: Exchange['request'][]) => requests.map(({ url }) => new URL(url).pathname);
const valuesOf = (requests: Exchange['request'][], header: string) => requests.map(({ headers }) => headers[header]);

describe('magicbell', () => {
  const project = { apiKey: 'key', apiSecret: 'secret' };
  const notification = { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] };

  it('sends key and secret for a project, and nothing of a user', async () => {
    const [request] = await observe('magicbell', (target) =>
      createMagicBell({ ...project, ...target }).users.get({ user_id: '8f2b1c9e-4d3a-4f6b-9a7c-1e2d3c4b5a69' }),
    );
    const names = Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-magicbell'));
    expect(names).toEqual(['x-magicbell-api-key', 'x-magicbell-api-secret']);
  });

  it.each([
    ['an email', { userEmail: 'mary@example.com' }],
    ['an external id', { userExternalId: 'u_1' }],
    ['an email and an HMAC', { userEmail: 'mary@example.com', userHmac: 'aG1hYw==' }],
    ['an external id and an HMAC', { userExternalId: 'u_1', userHmac: 'aG1hYw==' }],
  ])('takes a user by %s, and never sends a secret', async (_, identity) => {
    const [request] = await observe('magicbell', async (target) => {
      const magicbell = createMagicBellUser({ apiKey: 'key', ...identity, ...target });
      expect((await magicbell.notifications.list().result()).status).toBe(200);
    });
    expect(request?.headers).not.toHaveProperty('x-magicbell-api-secret');
    expect(request?.headers['x-magicbell-user-hmac']).toBe('userHmac' in identity ? identity.userHmac : undefined);
  });

  it('makes the HMAC of the email in lower case', async () => {
    // Made with: printf '%s' mary@example.com | openssl dgst -sha256 -hmac secret -binary | base64
    const expected = await createUserHmac('secret', { userEmail: 'mary@example.com' });
    expect(expected).toBe('0FoKrRrv40mSiO+WjHaTw/F/71fxEY57pS98r5uK4DE=');
    expect(await createUserHmac('secret', { userEmail: 'Mary@Example.com' })).toBe(expected);
  });

  it('sends a new idempotency key with each notification, or the one it is given', async () => {
    const requests = await observe('magicbell', async (target) => {
      const magicbell = createMagicBell({ ...project, ...target });
      await magicbell.notifications.create({ notification });
      await magicbell.notifications.create({ notification });
      await magicbell.notifications.create({ notification }, { idempotencyKey: 'task-7' });
    });
    const [first, second, third] = valuesOf(requests, 'idempotency-key');
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect(third).toBe('task-7');
  });

  it('says by its typed error what the mock refuses', async () => {
    const run = async (target: object) => {
      const long = { ...notification, title: 'x'.repeat(256) };
      const call = createMagicBell({ ...project, ...target }).notifications.create({ notification: long });
      expect(isApiError(await call.catch((reason: unknown) => reason), 422)).toBe(true);
    };
    await observe('magicbell', run, { refused: true });
  });
});

describe('magnetiq', () => {
  it('sends an API key as it is, and asks for no token', async () => {
    const requests = await observe('magnetiq', (target) =>
      createMagnetiq({ apiKey: 'key', ...target }).consumers.list({ limit: 2, page: 1 }),
    );
    expect(pathsOf(requests)).toEqual(['/consumers']);
    expect(valuesOf(requests, 'authorization')).toEqual(['Bearer key']);
  });

  it('gets a token once with a client id and secret, and does not send it to the token call', async () => {
    const requests = await observe('magnetiq', async (target) => {
      const magnetiq = createMagnetiq({ clientId: 'id', clientSecret: 'secret', ...target });
      await magnetiq.brands.list();
      await magnetiq.brands.list();
      await magnetiq.auth.createToken({ client_id: 'id', client_secret: 'secret' });
    });
    expect(pathsOf(requests)).toEqual(['/auth/token', '/brands', '/brands', '/auth/token']);
    const authorized = valuesOf(requests, 'authorization').map((value) => value !== undefined);
    expect(authorized).toEqual([false, true, true, false]);
  });

  it('creates a token with the API key alone, as the page also shows it', async () => {
    const [request] = await observe('magnetiq', async (target) => {
      const magnetiq = createMagnetiq({ apiKey: 'key', ...target });
      expect((await magnetiq.auth.createToken()).access_token).not.toBe('');
    });
    expect(request).not.toHaveProperty('body');
    expect(request?.headers.authorization).toBe('Bearer key');
  });

  it('sends a filter in brackets', async () => {
    const filter = { segment: 'high_value', created_after: '2023-01-01' };
    const [request] = await observe('magnetiq', (target) =>
      createMagnetiq({ apiKey: 'key', ...target }).consumers.list({ limit: 10, page: 1, filter }),
    );
    expect(new URL(request?.url ?? '').search).toBe(
      '?limit=10&page=1&filter[segment]=high_value&filter[created_after]=2023-01-01',
    );
  });
});

describe('magnify', () => {
  const tokenPath = '/oauth2/token';

  it('gets its token from its own host, as a form, and sends it to the API', async () => {
    const [token, list] = await observe('magnify', ({ baseUrl, fetch }) => {
      const tokenUrl = baseUrl + tokenPath;
      return createMagnify({ clientId: 'id', clientSecret: 's&cret', baseUrl, tokenUrl, fetch }).motions.list();
    });
    expect(pathsOf(token && list ? [token, list] : [])).toEqual([tokenPath, '/motions']);
    expect(token?.body).toBe(
      'grant_type=client_credentials&client_id=id&client_secret=s%26cret&scope=partner-api%2Fmotions.read',
    );
    expect(token?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(list?.headers.authorization).toMatch(/^Bearer ./);
  });

  it('takes the id of a motion in each form that the vendor gives it', async () => {
    const motionId = 'motion_00000000-0000-0000-0000-00000000000A';
    const requests = await observe('magnify', ({ baseUrl, fetch }) => {
      const tokenUrl = baseUrl + tokenPath;
      const options = { clientId: 'id', clientSecret: 'secret', baseUrl, tokenUrl, fetch };
      return createMagnify(options).motions.get({ motionId });
    });
    expect(pathsOf(requests)).toEqual([tokenPath, '/motions/00000000-0000-0000-0000-00000000000a']);
  });
});

describe('mx-audience', () => {
  const members = { id_or_slug: 'home_buyers', institution_public_id: 'INST-1' };
  const credentials = { clientId: 'id', clientSecret: 'secret' };

  it('gets its token as JSON, and sends it to the list', async () => {
    const [token, list] = await observe('mx-audience', (target) =>
      createMxAudience({ ...credentials, ...target }).audiences.listMembers(members),
    );
    expect(new URL(token?.url ?? '').pathname).toBe('/api/token');
    expect(token?.body).toBe('{"client_id":"id","client_secret":"secret"}');
    expect(list?.headers).toMatchObject({
      authorization: expect.stringMatching(/^Bearer ./),
      accept: 'application/json',
    });
  });

  it('answers in CSV when CSV is asked for', async () => {
    const [, list] = await observe('mx-audience', async (target) => {
      const mx = createMxAudience({ ...credentials, ...target });
      const csv = await mx.audiences.listMembers(members, { accept: 'text/csv' });
      expect(csv.split('\r\n').length).toBeGreaterThan(1);
    });
    expect(list?.headers.accept).toBe('text/csv');
  });
});

it.each([
  ['magicbell', '/users'],
  ['magnetiq', '/consumers'],
  ['magnify', '/motions'],
  ['mx-audience', '/api/v1/audience/a/list?institution_public_id=i'],
])('the mock of %s refuses a request without credentials', async (vendor, path) => {
  const run = async ({ baseUrl, fetch }: Pick<Target, 'fetch'> & { readonly baseUrl: string }) => {
    expect((await fetch(baseUrl + path, {})).status).toBe(401);
  };
  await observe(vendor, run, { refused: true });
});
