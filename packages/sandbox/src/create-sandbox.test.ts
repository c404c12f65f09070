/** The options of a sandbox, its faults, and the forms of a request that its `fetch` takes. */
import { ManualClock } from '@plumbline/runtime/testing';
import data from '@plumbline/spec-magicbell/sandbox';
import { describe, expect, it } from 'vitest';
import { createSandbox } from './create-sandbox.ts';
import type { FaultRule, Sandbox, SandboxOptions } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';

const origin = 'https://api.magicbell.com';
const headers = { 'x-magicbell-api-key': 'sandbox_api_key', 'x-magicbell-api-secret': 'sandbox_api_secret' };
const json = { ...headers, 'content-type': 'application/json' };
const text = JSON.stringify({ user: { email: 'mary@example.com' } });
const listUsers = (vendor: Pick<Sandbox, 'fetch'>) => vendor.fetch(`${origin}/users`, { headers });
/** Which of some lists of users fail, as a text: `.` is a success, a digit a status, `x` no response. */
async function outcomes(vendor: Pick<Sandbox, 'fetch'>, count: number): Promise<string> {
  let seen = '';
  for (let request = 0; request < count; request++) {
    seen += await listUsers(vendor).then(
      ({ status }) => (status === 200 ? '.' : `${status}`[0]),
      () => 'x',
    );
  }
  return seen;
}

describe('the options', () => {
  it('an unknown option is an error with the nearest names', () => {
    expect(() => createSandbox(data, { rateLimit: true } as SandboxOptions)).toThrow(
      new SandboxError('createSandbox: unknown option "rateLimit". Did you mean "rateLimits" or "strict" or "clock"?'),
    );
  });

  it.each([[{}], [{ openapi: '3.1.0' }], [[]], ['magicbell'], [null], [undefined]])(
    'the data %j are an error, because they are not an OpenAPI document',
    (value) => {
      expect(() => createSandbox(value as object)).toThrow(SandboxError);
      expect(() => createSandbox(value as object)).toThrow(/not an OpenAPI document/);
    },
  );

  it('a reset brings back the first state, and what `fail` has left is gone', async () => {
    const clock = { date: () => 0, after: () => () => {} };
    const vendor = createSandbox(data, { clock, examples: true });
    const before = vendor.resources.user.all();
    vendor.resources.user.add({ email: 'mary@example.com' });
    vendor.fail('*', { with: 'no-connection', times: 9 });
    await listUsers(vendor).catch(() => {});
    vendor.reset();
    expect(vendor.resources.user.all()).toEqual(before);
    expect([vendor.requests, vendor.assumptions()]).toEqual([[], []]);
    expect((await listUsers(vendor)).status).toBe(200);
  });

  it('two sandboxes of the same data share nothing', async () => {
    const [one, other] = [createSandbox(data), createSandbox(data)];
    one.resources.user.add({ email: 'mary@example.com' });
    one.fail('users/list', { with: { status: 503 } });
    expect(await outcomes(one, 2)).toBe('5.');
    expect(await outcomes(other, 1)).toBe('.');
    expect([other.resources.user.all(), other.requests.length]).toEqual([[], 1]);
  });

  it.each([-1, Number.NaN, '5' as unknown as number])('the time cannot be moved by %j', async (milliseconds) => {
    const error = await createSandbox(data)
      .advance(milliseconds)
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(SandboxError);
  });
});

describe('the rules of faults', () => {
  it('a rule without `times` or `rate` makes one request fail', async () => {
    const vendor = createSandbox(data);
    vendor.fail('users/list', { with: { status: 503 } });
    expect(await outcomes(vendor, 3)).toBe('5..');
  });

  it('`times` is how many requests fail', async () => {
    const vendor = createSandbox(data);
    vendor.fail('users/list', { with: 'no-connection', times: 3 });
    expect(await outcomes(vendor, 5)).toBe('xxx..');
  });

  it('`rate` is the share of requests that fail, and the same for the same seed', async () => {
    const seen = async (seed: number) => {
      const vendor = createSandbox(data, { seed });
      vendor.fail('users/list', { with: { status: 503 }, rate: 0.3 });
      return outcomes(vendor, 200);
    };
    const [first, again, other] = [await seen(1), await seen(1), await seen(2)];
    expect(first).toBe(again);
    expect(first).not.toBe(other);
    expect(first.split('5').length - 1).toBeGreaterThan(40);
    expect(first.split('5').length - 1).toBeLessThan(80);
  });

  it('`times` beside `rate` is the most requests that fail', async () => {
    const vendor = createSandbox(data);
    vendor.fail('users/list', { with: { status: 503 }, rate: 0.5, times: 3 });
    expect((await outcomes(vendor, 100)).replaceAll('.', '')).toBe('555');
  });

  it('rules are used in the order in which they were added', async () => {
    const vendor = createSandbox(data);
    vendor.fail('users/list', { with: { status: 503 } });
    vendor.fail('*', { with: { status: 429 }, times: 2 });
    vendor.fail('users/list', { with: 'no-connection' });
    expect(await outcomes(vendor, 5)).toBe('544x.');
  });

  it('a rule of another operation does not apply, and `*` applies to all operations', async () => {
    const vendor = createSandbox(data);
    vendor.fail('users/get', { with: 'no-connection' });
    expect(await outcomes(vendor, 2)).toBe('..');
    vendor.fail('*', { with: { status: 500 } });
    const { status } = await vendor.fetch(`${origin}/notifications`, { headers });
    expect([status, await outcomes(vendor, 1)]).toEqual([500, '.']);
  });

  it.each<[operation: string, rule: object, message: RegExp]>([
    ['users/lst', { with: 'stalled' }, /no operation "users\/lst"\. Did you mean "users\/list" or "users\/\w+"/],
    ['constructor', { with: 'stalled' }, /no operation "constructor"/],
    ['users/list', { with: 'timeout' }, /no fault "timeout"\. Did you mean "/],
    ['users/list', { with: 'cutoff' }, /no fault "cutoff"\. Did you mean "cut-off"/],
    ['users/list', { with: 'token-revoked' }, /issues no access tokens/],
    ['users/list', {}, /`with` is a name of a fault/],
    ['users/list', { with: null }, /`with` is a name of a fault/],
    ['users/list', { with: { slow: -1 } }, /`with` is a name of a fault/],
    ['users/list', { with: { slow: '5' } }, /`with` is a name of a fault/],
    ['users/list', { with: { status: 99 } }, /`\{ status \}` from 200 to 599/],
    ['users/list', { with: { status: 600 } }, /`\{ status \}` from 200 to 599/],
    ['users/list', { with: { status: 503.5 } }, /`\{ status \}` from 200 to 599/],
    ['users/list', { with: 'stalled', times: 0 }, /`times` is 0/],
    ['users/list', { with: 'stalled', times: Number.NaN }, /`times` is NaN/],
    ['users/list', { with: 'stalled', times: 1.5 }, /`times` is 1\.5/],
    ['users/list', { with: 'stalled', rate: 0 }, /`rate` is 0/],
    ['users/list', { with: 'stalled', rate: 30 }, /`rate` is 30/],
    ['users/list', { with: 'stalled', time: 2 }, /unknown option "time"\. Did you mean "times"/],
  ])('fail(%j, %j) is an error that says what is wrong', (operation, rule, message) => {
    const vendor = createSandbox(data);
    const fail = () => vendor.fail(operation as 'users/list', rule as FaultRule);
    expect(fail).toThrow(SandboxError);
    expect(fail).toThrow(message);
  });
});

describe('the fault of a status', () => {
  it.each([204, 304])('the status %i has no body', async (status) => {
    const vendor = createSandbox(data);
    vendor.fail('users/list', { with: { status, body: { ignored: true } } });
    const response = await listUsers(vendor);
    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  it('a body that is a text is sent unchanged if its media type is not JSON', async () => {
    const vendor = createSandbox(data);
    vendor.fail('users/list', {
      with: { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad</h1>' },
    });
    const response = await listUsers(vendor);
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/html', '<h1>Bad</h1>']);
  });
});

describe('an abort', () => {
  it.each(['stalled', { slow: 5000 }] as const)(
    'an abort during the fault %j rejects with its reason',
    async (fault) => {
      const clock = new ManualClock();
      const vendor = createSandbox(data, { clock });
      const reason = new Error('No longer wanted.');
      for (const when of ['before', 'while the body is read', 'later']) {
        vendor.fail('users/create', { with: fault });
        const controller = new AbortController();
        if (when === 'before') controller.abort(reason);
        const body = new Blob([text]);
        const call = vendor.fetch(`${origin}/users`, {
          method: 'POST',
          headers: json,
          body,
          signal: controller.signal,
        });
        const error = call.catch((thrown) => thrown);
        if (when === 'later') await clock.idle();
        controller.abort(reason);
        expect(await error, when).toBe(reason);
        vendor.reset();
      }
      expect(clock.pending).toBe(0);
    },
  );
});

describe('the forms of a request', () => {
  const bytes = new TextEncoder().encode(text);
  const stream = () => new Blob([text]).stream();
  it.each<[form: string, input: string | URL | Request, init?: RequestInit]>([
    ['a text and options', `${origin}/users`, { method: 'POST', headers: json, body: text }],
    ['a URL object', new URL(`${origin}/users`), { method: 'POST', headers: json, body: text }],
    ['a Request', new Request(`${origin}/users`, { method: 'POST', headers: json, body: text })],
    ['a Request and options', new Request(`${origin}/users`), { method: 'POST', headers: json, body: text }],
    ['a method in lower case', `${origin}/users`, { method: 'post', headers: json, body: text }],
    ['headers as pairs', `${origin}/users`, { method: 'POST', headers: Object.entries(json), body: text }],
    ['Headers', `${origin}/users`, { method: 'POST', headers: new Headers(json), body: text }],
    ['bytes', `${origin}/users`, { method: 'POST', headers: json, body: bytes }],
    ['a buffer', `${origin}/users`, { method: 'POST', headers: json, body: bytes.buffer }],
    ['a Blob', `${origin}/users`, { method: 'POST', headers: json, body: new Blob([text]) }],
    ['a stream', `${origin}/users`, { method: 'POST', headers: json, body: stream() }],
    ['another host', 'http://localhost:3000/users', { method: 'POST', headers: json, body: text }],
  ])('fetch takes %s', async (_, input, init) => {
    const vendor = createSandbox(data);
    const response = await vendor.fetch(input, init);
    expect([response.status, await response.json()]).toMatchObject([201, { user: { email: 'mary@example.com' } }]);
    expect(vendor.requests).toMatchObject([{ operation: 'users/create', method: 'POST', body: text, status: 201 }]);
  });

  it.each<[form: string, body: BodyInit, type: RegExp]>([
    ['URLSearchParams', new URLSearchParams({ grant: 'all' }), /^application\/x-www-form-urlencoded/],
    ['FormData', new FormData(), /^multipart\/form-data; boundary=/],
    ['a text', 'grant', /^text\/plain;charset=utf-8$/i],
  ])('fetch gives %s the media type of the Fetch standard', async (_, body, type) => {
    const vendor = createSandbox(data);
    const { status } = await vendor.fetch(`${origin}/users`, { method: 'POST', headers, body });
    expect([status, vendor.requests[0]?.headers['content-type']]).toEqual([
      expect.toBeOneOf([400, 415, 422]),
      expect.stringMatching(type),
    ]);
  });

  it('fetch works without the sandbox as `this`', async () => {
    const { fetch } = createSandbox(data);
    expect((await fetch(`${origin}/users`, { headers })).status).toBe(200);
  });

  it('a signal of a Request aborts', async () => {
    const reason = new Error('No longer wanted.');
    const request = new Request(`${origin}/users`, { signal: AbortSignal.abort(reason) });
    await expect(createSandbox(data).fetch(request)).rejects.toBe(reason);
  });

  it('a relative URL is an error, as of the platform', async () => {
    await expect(createSandbox(data).fetch('/users', { headers })).rejects.toThrow(/URL/);
  });
});
