/** Thousands of writes over a server that fails as real ones do: nothing is made twice, and nothing is lost in silence. */
import { createMagicBell, isApiError, isPlumblineError } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { describe, expect, it } from 'vitest';
import { open } from './scene.ts';
import type { Step } from './scripted-server.ts';
import { answer, reset, stall, truncate } from './steps.ts';
import { transports } from './transports.ts';

/** A number from 0 to 1 that is always the same for the same text (FNV-1a, then MurmurHash3's finalizer). */
function chanceOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** What becomes of a request, by the attempt: of a hundred, so many fail in each of these ways. */
const fates: readonly (readonly [percent: number, fate: Fate])[] = [
  [2, { before: reset('before the head') }],
  [2, { before: answer(429, {}, { 'Retry-After': '1' }) }],
  [2, { before: answer(503, {}) }],
  [1, { before: answer(502, '<html>Bad gateway</html>', { 'Content-Type': 'text/html' }) }],
  [1, { before: stall }],
  [2, { answer: answer(500, { errors: [{ message: 'Something broke.' }] }) }],
  [2, { after: reset('before the head') }],
  [1, { after: reset('in the head') }],
  [1, { after: reset('in the body') }],
  [1, { after: truncate }],
  [1, { after: answer(504, '') }],
  [1, { after: stall }],
];

interface Fate {
  /** Happens in place of the work. */
  readonly before?: Step;
  /** Is what comes of the work, and all that it comes to. */
  readonly answer?: Step;
  /** Happens after the work, in place of its answer. */
  readonly after?: Step;
}

function fateOf(attempt: string): Fate {
  let percent = chanceOf(attempt) * 100;
  for (const [share, fate] of fates) {
    percent -= share;
    if (percent < 0) return fate;
  }
  return {};
}

/** Does all jobs, so many at a time. */
async function inParallel<Job>(jobs: readonly Job[], width: number, work: (job: Job) => Promise<void>): Promise<void> {
  const left = jobs.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const job of left) await work(job);
    }),
  );
}

describe.each(transports)('over $name', (transport) => {
  it('MagicBell makes each of 10,000 notifications once, whatever happens on the way', async () => {
    const { clock, server, wire } = await open(transport);
    const made = new Map<string, number>();
    const answers = new Map<string, Step>();
    const attempts = new Map<string, number>();
    let replays = 0;
    server.on('/notifications', (exchange) => {
      const key = String(exchange.request.headers['idempotency-key']);
      const attempt = (attempts.get(key) ?? 0) + 1;
      attempts.set(key, attempt);
      const fate = fateOf(`${key} ${attempt}`);
      if (fate.before) return fate.before(exchange);
      const first = answers.get(key);
      if (first) replays++;
      else {
        const { title } = JSON.parse(exchange.request.body).notification;
        if (!fate.answer) made.set(title, (made.get(title) ?? 0) + 1);
        answers.set(key, fate.answer ?? answer(201, { notification: { id: title } }));
      }
      (fate.after ?? (answers.get(key) as Step))(exchange);
    });

    const { notifications } = createMagicBell({
      apiKey: 'key',
      apiSecret: 'secret',
      baseUrl: server.url,
      fetch: wire.fetch,
      clock,
    });
    const titles = Array.from({ length: 10_000 }, (_, index) => `Task ${index}`);
    const failures: unknown[] = [];
    const wrong: string[] = [];
    const work = inParallel(titles, 200, async (title) => {
      let key = title;
      for (let failed = 0, done = false; !done; ) {
        try {
          const notification = { title, recipients: [{ email: 'mary@example.com' }] };
          const answered = await notifications.create({ notification }, { idempotencyKey: key });
          if (answered.notification?.id !== title) wrong.push(title);
          done = true;
        } catch (error) {
          failures.push(error);
          // Under this key the vendor has said no for good. All else is asked again under the same key.
          if (isApiError(error, 500)) key = `${title}, once more ${++failed}`;
        }
      }
    });
    await clock.run(work);

    expect(wrong).toEqual([]);
    expect(made.size).toBe(10_000);
    expect([...made.values()].filter((times) => times !== 1)).toEqual([]);
    expect(failures.filter((error) => !isPlumblineError(error))).toEqual([]);
    // The client itself came through most of it, and the store was needed.
    expect(failures.length).toBeLessThan(1000);
    expect(replays).toBeGreaterThan(100);
    expect(server.arrivals.length).toBeGreaterThan(11_000);
    expect(clock.pending).toBe(0);
  });

  it('MAGNETIQ gets none of 1,000 consumers twice, though it has no key to know them by', async () => {
    const { clock, server, wire } = await open(transport);
    const arrived = new Map<string, number>();
    const made = new Map<string, number>();
    server.on('/consumers', (exchange) => {
      const { email } = JSON.parse(exchange.request.body);
      const attempt = (arrived.get(email) ?? 0) + 1;
      arrived.set(email, attempt);
      const fate = fateOf(`${email} ${attempt}`);
      if (fate.before) return fate.before(exchange);
      if (!fate.answer) made.set(email, (made.get(email) ?? 0) + 1);
      (fate.answer ?? fate.after ?? answer(201, { id: email }))(exchange);
    });

    const { consumers } = createMagnetiq({ apiKey: 'key', baseUrl: server.url, fetch: wire.fetch, clock });
    const emails = Array.from({ length: 1000 }, (_, index) => `user-${index}@example.com`);
    const succeeded: string[] = [];
    const failures: unknown[] = [];
    await clock.run(
      inParallel(emails, 100, async (email) => {
        try {
          await consumers.create({ email, name: 'Mary' });
          succeeded.push(email);
        } catch (error) {
          failures.push(error);
        }
      }),
    );

    expect([...made.values()].filter((times) => times !== 1)).toEqual([]);
    expect(succeeded.filter((email) => !made.has(email))).toEqual([]);
    expect(succeeded.length + failures.length).toBe(1000);
    expect(failures.filter((error) => !isPlumblineError(error))).toEqual([]);
    // Sent more than once: those that were answered 429, and no others.
    const refused = emails.filter((email) => fateOf(`${email} 1`) === fates[1]?.[1]);
    expect(emails.filter((email) => (arrived.get(email) ?? 0) > 1)).toEqual(refused);
    expect(refused.length).toBeGreaterThan(5);
    expect(clock.pending).toBe(0);
  });
});
