import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { clientCredentials } from './client-credentials.ts';
import { createContext } from './context.ts';
import { begin, deadline } from './deadline.ts';
import { createLimiter } from './limiter.ts';
import { ManualClock, turn } from './manual-clock.test.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import { compose, type Policy, type Send } from './policy.ts';
import { rateLimit } from './rate-limit.ts';
import { retry } from './retry.ts';
import { timeout } from './timeout.ts';
import { TimeoutError } from './timeout-error.ts';

const request = (init: PlainRequestInit = {}) => new PlainRequest('https://example.com/things?q=1', init);
const never: Send = () => new Promise(() => {});

/** Sends a request with a deadline of 1000 ms around other policies, and tells when it failed, and with what is left. */
async function failing(policies: (clock: ManualClock) => Policy[], transport: Send, init: PlainRequestInit = {}) {
  const clock = new ManualClock();
  const { signal } = new AbortController();
  const send = compose([deadline(1000, clock), ...policies(clock)], transport);
  let end: number | undefined;
  const failure = send(request({ signal, ...init }))
    .then((response) => response.text())
    .catch((error) => {
      end = clock.now();
      return error;
    });
  await clock.pass(100_000);
  return { error: await failure, end, left: [clock.pending, getEventListeners(signal, 'abort').length] };
}

describe('a deadline ends', () => {
  const context = (clock: ManualClock) => createContext({ clock });
  const stalled: Send = async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
  const busy =
    (clock: ManualClock): Send =>
    async () => {
      await new Promise<void>((resolve) => {
        clock.after(300, resolve);
      });
      return new Response(null, { status: 503 });
    };

  it.each<[string, (clock: ManualClock) => Policy[], Send]>([
    ['an attempt that nobody answers', () => [], never],
    ['an attempt that has longer', (clock) => [timeout(30_000, clock)], never],
    ['a body that stalls', (clock) => [timeout(30_000, clock)], stalled],
    ['the second of two attempts', (clock) => [retry({ baseDelay: 0 }, context(clock)), timeout(600, clock)], never],
    [
      'a wait for the rate limit',
      (clock) => {
        const limiter = createLimiter([{ requests: 1, seconds: 60 }], clock);
        limiter.acquire('GET');
        return [rateLimit(limiter, context(clock))];
      },
      never,
    ],
    [
      'a wait for a token',
      (clock) => [clientCredentials({ tokenUrl: 'https://auth.example.com/token', parameters: {} }, context(clock))],
      never,
    ],
  ])('%s', async (_, policies, transport) => {
    const { error, end, left } = await failing(policies, transport);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      timeout: 1000,
      path: '/things',
      message: 'GET /things took longer than its deadline of 1000 ms.',
    });
    expect(end).toBe(1000);
    expect(left).toEqual([0, 0]);
  });

  it('many attempts together, not each', async () => {
    const clock = new ManualClock();
    let sent = 0;
    const vendor = busy(clock);
    const send = compose([deadline(1000, clock), retry({ attempts: 99, baseDelay: 0 }, context(clock))], (given) => {
      sent++;
      return vendor(given);
    });
    const failure = send(request()).catch((error) => error);
    await clock.pass(100_000);
    expect(await failure).toMatchObject({ message: expect.stringContaining('deadline') });
    expect([sent, clock.pending]).toEqual([4, 0]);
  });
});

it('leaves a token request that others may wait for to go on', async () => {
  const clock = new ManualClock();
  const policy = clientCredentials(
    { tokenUrl: 'https://auth.example.com/token', parameters: {} },
    createContext({ clock }),
  );
  let answer: (response: Response) => void = () => {};
  const send = compose([deadline(undefined, clock), policy], async ({ url }) =>
    url.endsWith('/token')
      ? new Promise<Response>((resolve) => {
          answer = resolve;
        })
      : new Response(),
  );
  const hasty = send(request({ budget: begin(10, clock) })).catch((error) => error);
  const patient = send(request());
  await clock.pass(10);
  expect(await hasty).toBeInstanceOf(TimeoutError);
  answer(Response.json({ access_token: 't' }));
  expect((await patient).status).toBe(200);
});

describe('a budget', () => {
  it('begins at the time of the clock, and where none is given not at all', () => {
    const clock = new ManualClock();
    clock.time = 70;
    expect(begin(1000, clock)).toEqual({ end: 1070, milliseconds: 1000 });
    expect(begin(undefined, clock)).toBeUndefined();
  });

  it('of the call is taken before the client’s, with the time that is left of it', async () => {
    const budget = { end: 250, milliseconds: 5000 };
    const { error, end } = await failing(() => [], never, { budget });
    expect([error.timeout, end]).toEqual([5000, 250]);
  });

  it('that is over sends nothing', async () => {
    const clock = new ManualClock();
    const budget = begin(10, clock);
    clock.time = 10;
    const sending = deadline(undefined, clock)(request({ budget }), () => expect.unreachable());
    await expect(sending).rejects.toMatchObject({ name: 'TimeoutError', timeout: 10 });
    expect(clock.pending).toBe(0);
  });

  it('is what the policies below see', async () => {
    const clock = new ManualClock();
    clock.time = 5;
    let seen: unknown;
    await deadline(1000, clock)(request(), async ({ budget }) => {
      seen = budget;
      return new Response();
    });
    expect(seen).toEqual({ end: 1005, milliseconds: 1000 });
  });
});

it('does nothing where nobody gives one', async () => {
  const clock = new ManualClock();
  const given = request();
  const response = new Response('text');
  const next: Send = async (sent) => {
    expect(sent).toBe(given);
    return response;
  };
  expect(await deadline(undefined, clock)(given, next)).toBe(response);
  expect(clock.pending).toBe(0);
});

describe('neither timer nor listener stays', () => {
  it.each<[string, Send]>([
    ['an answer that was read', async () => new Response('text')],
    ['an answer without a body', async () => new Response(null, { status: 204 })],
    ['a failure', () => Promise.reject(new TypeError('no'))],
  ])('after %s', async (_, transport) => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    const send = compose([deadline(1000, clock), timeout(500, clock)], transport);
    await send(request({ signal }))
      .then((response) => response.text())
      .catch(() => {});
    expect([clock.pending, getEventListeners(signal, 'abort')]).toEqual([0, []]);
  });

  it.each([['stop'], [null], [0]])('after an abort, which gives its own reason: %s', async (reason) => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const send = compose([deadline(1000, clock), timeout(500, clock)], never);
    const sending = send(request({ signal: controller.signal }));
    await turn();
    expect(clock.pending).toBe(2);
    controller.abort(reason);
    await expect(sending).rejects.toBe(reason);
    expect([clock.pending, getEventListeners(controller.signal, 'abort')]).toEqual([0, []]);
  });
});
