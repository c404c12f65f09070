/** Prism and the sandbox check credentials as each spec declares them: they accept each documented alternative, and refuse less. */
import { createMagicBell, createMagicBellUser, createUserHmac, isApiError } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import { vendors } from '@plumbline/repository/repository';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench, type Target } from './check.ts';
import { type Recording, saveRecording } from './recording.ts';
import { startSandbox } from './start-sandbox.ts';

const benches = new Map<string, Bench>();
const sandboxes = new Map<string, Bench>();
const recorded = new Map<string, Recording>(
  vendors.map((vendor) => [vendor, { accepted: [], refused: [], stubbed: [] }]),
);
beforeAll(async () => {
  for (const vendor of vendors) {
    benches.set(vendor, await openBench(vendor));
    sandboxes.set(vendor, await openBench(vendor, readSpec(vendor), startSandbox));
  }
});
afterAll(async () => {
  for (const [vendor, bench] of benches) {
    await bench.close();
    saveRecording(vendor, 'authentication', bench.url, recorded.get(vendor) as Recording);
  }
});

/** Calls the mock of a vendor and its sandbox, validates each exchange, and returns the requests to the mock. */
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
  await sandboxes.get(vendor)?.run(check);
  const exchanges = (await benches.get(vendor)?.run(check)) ?? [];
  recorded.get(vendor)?.[refused ? 'refused' : 'accepted'].push(...exchanges);
  return exchanges.map(({ request }) => request);
}
const pathsOf = (requests: Exchange['request'][]) => requests.map(({ url }) => new URL(url).pathname);
const valuesOf = (requests: Exchange['request'][], header: string) => requests.map(({ headers }) => headers[header]);

describe('magicbell', () => {
  const project = { apiKey: 'key', apiSecret: 'secret' };
  const notification = { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] };

  it('magicbell sends the key and secret of a project, and no user headers', async () => {
    const [request] = await observe('magicbell', (target) =>
      createMagicBell({ ...project, ...target }).users.get({ user_id: '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21' }),
    );
    const names = Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-magicbell'));
    expect(names).toEqual(['x-magicbell-api-key', 'x-magicbell-api-secret']);
  });

  it.each([
    ['an email', { userEmail: 'mary@example.com' }],
    ['an external id', { userExternalId: 'u_1' }],
    ['an email and an HMAC', { userEmail: 'mary@example.com', userHmac: 'aG1hYw==' }],
    ['an external id and an HMAC', { userExternalId: 'u_1', userHmac: 'aG1hYw==' }],
  ])('magicbell identifies a user by %s without sending the secret', async (_, identity) => {
    const [request] = await observe('magicbell', async (target) => {
      const magicbell = createMagicBellUser({ apiKey: 'key', ...identity, ...target });
      expect((await magicbell.notifications.list().result()).status).toBe(200);
    });
    expect(request?.headers).not.toHaveProperty('x-magicbell-api-secret');
    expect(request?.headers['x-magicbell-user-hmac']).toBe('userHmac' in identity ? identity.userHmac : undefined);
  });

  it('createUserHmac signs the email in lower case', async () => {
    // Made with: printf '%s' mary@example.com | openssl dgst -sha256 -hmac secret -binary | base64
    const expected = await createUserHmac('secret', { userEmail: 'mary@example.com' });
    expect(expected).toBe('0FoKrRrv40mSiO+WjHaTw/F/71fxEY57pS98r5uK4DE=');
    expect(await createUserHmac('secret', { userEmail: 'Mary@Example.com' })).toBe(expected);
  });

  it('magicbell sends a new idempotency key with each notification, or the key of the option', async () => {
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

  it('magicbell throws a typed error for a request that the mock refuses', async () => {
    const run = async (target: object) => {
      const long = { ...notification, title: 'x'.repeat(256) };
      const call = createMagicBell({ ...project, ...target }).notifications.create({ notification: long });
      expect(isApiError(await call.catch((reason: unknown) => reason), 422)).toBe(true);
    };
    await observe('magicbell', run, { refused: true });
  });
});

describe('magnetiq', () => {
  it('magnetiq sends an API key unchanged and requests no token', async () => {
    const requests = await observe('magnetiq', (target) =>
      createMagnetiq({ apiKey: 'key', ...target }).consumers.list({ limit: 2, page: 1 }),
    );
    expect(pathsOf(requests)).toEqual(['/consumers']);
    expect(valuesOf(requests, 'authorization')).toEqual(['Bearer key']);
  });

  it('magnetiq requests a token once and omits it from token requests', async () => {
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

  it('magnetiq creates a token with the API key alone, as the page also shows', async () => {
    const [request] = await observe('magnetiq', async (target) => {
      const magnetiq = createMagnetiq({ apiKey: 'key', ...target });
      expect((await magnetiq.auth.createToken()).access_token).not.toBe('');
    });
    expect(request).not.toHaveProperty('body');
    expect(request?.headers.authorization).toBe('Bearer key');
  });

  it('magnetiq sends a filter in brackets', async () => {
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

  it('magnify requests its token from another host, as a form, and sends it to the API', async () => {
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

  it('magnify accepts the id of a motion in each documented form', async () => {
    const motionId = 'motion_7C9E6679-7425-40DE-944B-E07FC1F90AE7';
    const requests = await observe('magnify', ({ baseUrl, fetch }) => {
      const tokenUrl = baseUrl + tokenPath;
      const options = { clientId: 'id', clientSecret: 'secret', baseUrl, tokenUrl, fetch };
      return createMagnify(options).motions.get({ motionId });
    });
    expect(pathsOf(requests)).toEqual([tokenPath, '/motions/7c9e6679-7425-40de-944b-e07fc1f90ae7']);
  });
});

describe('mx-audience', () => {
  const members = { id_or_slug: 'home_buyers', institution_public_id: 'INST-4B7E1D90' };
  const credentials = { clientId: 'id', clientSecret: 'secret' };

  it('mx-audience requests its token as JSON and sends it to the API', async () => {
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

  it('mx-audience returns CSV where the accept option asks for it', async () => {
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
