import { describe, expect, it } from 'vitest';
import { type Context, createContext } from './context.ts';
import { expired, type Limiter, type RateLimit } from './limiter.ts';
import { ManualClock } from './manual-clock.test.ts';
import type { ClientEvent } from './observe.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import type { Policy } from './policy.ts';
import { chooseRateLimit, rateLimit } from './rate-limit.ts';

function contextOf() {
  const clock = new ManualClock();
  const events: ClientEvent[] = [];
  return { clock, events, context: createContext({ clock, observe: (event) => events.push(event) }) };
}
const request = (init: PlainRequestInit = {}) => new PlainRequest('https://example.com/things?q=1', init);

/** Nothing special about a request. */
const turn = { first: undefined, expired: undefined };

/** A limiter that writes down what it is asked. */
function recorder(acquire: Limiter['acquire'] = async () => {}) {
  const asked: unknown[][] = [];
  const limiter: Limiter = {
    acquire(...given) {
      asked.push(['acquire', ...given]);
      return acquire(...given);
    },
    block(...given) {
      asked.push(['block', ...given]);
    },
  };
  return { asked, limiter };
}

describe('a request', () => {
  it('is sent when the limiter lets it through, with its method and its signal', async () => {
    const { clock, context, events } = contextOf();
    const { signal } = new AbortController();
    let open: () => void = () => {};
    const { asked, limiter } = recorder(
      () =>
        new Promise((resolve) => {
          open = resolve;
        }),
    );
    let sent = 0;
    const sending = rateLimit(limiter, context)(request({ method: 'PUT', signal }), async () => {
      sent++;
      return new Response();
    });
    await clock.pass(70);
    expect([sent, asked]).toEqual([0, [['acquire', 'PUT', signal, turn]]]);
    open();
    await sending;
    expect([sent, asked.length]).toEqual([1, 1]);
    expect(events).toEqual([{ type: 'limit', method: 'PUT', path: '/things', wait: 70 }]);
  });

  it('that need not wait is no event', async () => {
    const { context, events } = contextOf();
    await rateLimit(recorder().limiter, context)(request(), async () => new Response());
    expect(events).toEqual([]);
  });

  it('is not sent where the limiter rejects', async () => {
    const { context, events } = contextOf();
    const { limiter } = recorder(() => Promise.reject('stop'));
    const sending = rateLimit(limiter, context)(request(), () => expect.unreachable());
    await expect(sending).rejects.toBe('stop');
    expect(events).toEqual([]);
  });
});

it.each([
  ['in seconds', { 'Retry-After': '7' }, 7000],
  ['as a date', { 'Retry-After': 'Sun, 22 Nov 2026 00:00:30 GMT' }, 30_000],
  ['in milliseconds', { 'Retry-After-Ms': '70' }, 70],
  ['not at all', {}, undefined],
  ['so that it cannot be read', { 'Retry-After': 'soon' }, undefined],
])('a 429 blocks its method for as long as it says: %s', async (_, headers, milliseconds) => {
  const { asked, limiter } = recorder();
  const policy = rateLimit(limiter, contextOf().context);
  const response = await policy(request({ method: 'POST' }), async () => new Response('no', { status: 429, headers }));
  expect(await response.text()).toBe('no');
  expect(asked).toEqual([
    ['acquire', 'POST', undefined, turn],
    ['block', 'POST', milliseconds],
  ]);
});

it.each([[200], [401], [503]])('a %d blocks nobody, whatever it asks', async (status) => {
  const { asked, limiter } = recorder();
  const answer = async () => new Response(null, { status, headers: { 'Retry-After': '7' } });
  await rateLimit(limiter, contextOf().context)(request(), answer);
  expect(asked).toHaveLength(1);
});

it('a failure blocks nobody, and is raised as it is', async () => {
  const { asked, limiter } = recorder();
  const sending = rateLimit(limiter, contextOf().context)(request(), () => Promise.reject(undefined));
  await expect(sending).rejects.toBeUndefined();
  expect(asked).toHaveLength(1);
});

describe('the option', () => {
  const plans: Record<string, readonly RateLimit[]> = {
    free: [{ requests: 1, seconds: 60 }],
    pro: [{ requests: 2, seconds: 60 }],
  };
  const choose = (choice: unknown, context: Context = contextOf().context) =>
    chooseRateLimit('createAcme', choice as string, plans, context);

  it('of no choice is no policy', () => {
    expect([choose(undefined), choose(false)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['free', 1],
    ['pro', 2],
  ])('of a plan holds its limits, by the clock of the client: %s', async (plan, atOnce) => {
    const { clock, context } = contextOf();
    const policy = choose(plan, context) as Policy;
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      policy(request(), async () => {
        times.push(clock.now());
        return new Response();
      });
    }
    await clock.pass(59_999);
    expect(times).toHaveLength(atOnce);
    await clock.pass(100_000);
    expect(times).toHaveLength(3);
  });

  it('of true holds the limits that have this name', () => {
    const { context } = contextOf();
    expect(chooseRateLimit('createAcme', true, { true: plans.free ?? [] }, context)).toBeTypeOf('function');
  });

  it('of a limiter asks that', async () => {
    const { asked, limiter } = recorder();
    await (choose(limiter) as Policy)(request(), async () => new Response());
    expect(asked).toHaveLength(1);
  });

  it.each([['s3cret'], [''], [true], ['toString'], ['__proto__'], ['constructor'], [5], [() => 's3cret']])(
    'of what is no plan is refused, and not repeated: %s',
    (choice) => {
      expect(() => choose(choice)).toThrow(/^createAcme: `rateLimit` must be free, pro, or a limiter\.$/);
    },
  );
});

it('gives the turn to the next where the credentials ended in the queue, whether the limiter asks or not', async () => {
  const { context } = contextOf();
  const { limiter } = recorder();
  const ended = request({ expired: () => true });
  const sending = rateLimit(limiter, context)(ended, async () => new Response());
  await expect(sending).rejects.toBe(expired);
});
