/** Thousands of writes to a server that fails as real ones do: nothing is created twice, and every failure is reported. */
import { createMagicBell, isApiError, isPlumblineError } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { describe, expect, it } from 'vitest';
import { reset, respond, stall, stallInBody, truncate } from './steps.ts';
import { startNetwork } from './test-client.ts';
import type { Step } from './test-server.ts';
import { transports } from './transports.ts';

/** Hashes a text to a number from 0 to 1 (FNV-1a, then MurmurHash3's finalizer). The same text gives the same number. */
function chanceOf(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

interface Fault {
  /** Replaces the work. */
  readonly before?: Step;
  /** The response to work that fails. */
  readonly response?: Step;
  /** Replaces the response, after the work. */
  readonly after?: Step;
}

const refused: Fault = { before: respond(429, {}, { 'Retry-After': '1' }) };

/** The faults, each with its share of all attempts in percent. */
const faults: readonly (readonly [percent: number, fault: Fault])[] = [
  [2, { before: reset('before the head') }],
  [2, refused],
  [2, { before: respond(503, {}) }],
  [1, { before: respond(502, '<html>Bad gateway</html>', { 'Content-Type': 'text/html' }) }],
  [1, { before: stall }],
  [2, { response: respond(500, { errors: [{ message: 'Something broke.' }] }) }],
  [2, { after: reset('before the head') }],
  [1, { after: reset('in the head') }],
  [1, { after: reset('in the body') }],
  [1, { after: truncate }],
  [1, { after: respond(504, '') }],
  [1, { after: stall }],
  [1, { after: stallInBody }],
];

function faultOf(attempt: string): Fault {
  let percent = chanceOf(attempt) * 100;
  for (const [share, fault] of faults) {
    percent -= share;
    if (percent < 0) return fault;
  }
  return {};
}

/** Runs all jobs, `width` of them at a time. */
async function inParallel<Job>(jobs: readonly Job[], width: number, work: (job: Job) => Promise<void>): Promise<void> {
  const left = jobs.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const job of left) await work(job);
    }),
  );
}

describe.each(transports)('over $name', (transport) => {
  it('MagicBell creates each of 10,000 notifications once', async () => {
    const { clock, server, options } = await startNetwork(transport);
    const created = new Map<string, number>();
    const responses = new Map<string, Step>();
    const attempts = new Map<string, number>();
    let replays = 0;
    server.on('/notifications', (incoming) => {
      const key = String(incoming.request.headers['idempotency-key']);
      const attempt = (attempts.get(key) ?? 0) + 1;
      attempts.set(key, attempt);
      const fault = faultOf(`${key} ${attempt}`);
      if (fault.before) return fault.before(incoming);
      if (responses.has(key)) replays++;
      else {
        const { title } = JSON.parse(incoming.request.body).notification;
        if (!fault.response) created.set(title, (created.get(title) ?? 0) + 1);
        responses.set(key, fault.response ?? respond(201, { notification: { id: title } }));
      }
      (fault.after ?? (responses.get(key) as Step))(incoming);
    });

    const { notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    const titles = Array.from({ length: 10_000 }, (_, index) => `Task ${index}`);
    const failures: unknown[] = [];
    const wrong: string[] = [];
    const work = inParallel(titles, 200, async (title) => {
      let key = title;
      for (let failed = 0, isCreated = false; !isCreated; ) {
        try {
          const notification = { title, recipients: [{ email: 'mary@example.com' }] };
          const body = await notifications.create({ notification }, { idempotencyKey: key });
          if (body.notification?.id !== title) wrong.push(title);
          isCreated = true;
        } catch (error) {
          failures.push(error);
          // The vendor replays a 500 for its key. After any other error the same key is safe.
          if (isApiError(error, 500)) key = `${title}, again ${++failed}`;
        }
      }
    });
    await clock.run(work);

    expect(wrong).toEqual([]);
    expect(created.size).toBe(10_000);
    expect([...created.values()].filter((times) => times !== 1)).toEqual([]);
    expect(failures.filter((error) => !isPlumblineError(error))).toEqual([]);
    // Retries recover from most faults, because the vendor replays its responses.
    expect(failures.length).toBeLessThan(1000);
    expect(replays).toBeGreaterThan(100);
    expect(server.arrivals.length).toBeGreaterThan(11_000);
    expect(clock.pending).toBe(0);
  });

  it('MAGNETIQ creates none of 1,000 consumers twice, though it honors no idempotency key', async () => {
    const { clock, server, options } = await startNetwork(transport);
    const arrived = new Map<string, number>();
    const created = new Map<string, number>();
    server.on('/consumers', (incoming) => {
      const { email } = JSON.parse(incoming.request.body);
      const attempt = (arrived.get(email) ?? 0) + 1;
      arrived.set(email, attempt);
      const fault = faultOf(`${email} ${attempt}`);
      if (fault.before) return fault.before(incoming);
      if (!fault.response) created.set(email, (created.get(email) ?? 0) + 1);
      (fault.response ?? fault.after ?? respond(201, { id: email }))(incoming);
    });

    const { consumers } = createMagnetiq({ apiKey: 'key', ...options });
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

    expect([...created.values()].filter((times) => times !== 1)).toEqual([]);
    expect(succeeded.filter((email) => !created.has(email))).toEqual([]);
    expect(succeeded.length + failures.length).toBe(1000);
    expect(failures.filter((error) => !isPlumblineError(error))).toEqual([]);
    // Only a 429 is retried.
    const retried = emails.filter((email) => faultOf(`${email} 1`) === refused);
    expect(emails.filter((email) => (arrived.get(email) ?? 0) > 1)).toEqual(retried);
    expect(retried.length).toBeGreaterThan(5);
    expect(clock.pending).toBe(0);
  });
});
