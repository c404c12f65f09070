/** Errors travel: to logs as JSON, to other threads by structuredClone. They keep what they say, and carry no secret. */
import { Worker } from 'node:worker_threads';
import { isApiError, isPlumblineError } from '@plumbline/magicbell';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reset, respond, stall } from '../behaviour/steps.ts';
import { createTestClient } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { subjects, tokenSubjects } from '../behaviour/transports.ts';

type Copy = Readonly<Record<string, unknown>>;
const travels: readonly (readonly [name: string, travel: (error: unknown) => Copy])[] = [
  ['JSON', (error) => JSON.parse(JSON.stringify(error))],
  ['structuredClone', (error) => structuredClone(error) as Copy],
];
const id = { 'X-Request-Id': 'r-1' };
const evil = '\u001b[31mred\u202e\r\nSet-Cookie: no';

const faults: readonly (readonly [name: string, step: Step, expected: object])[] = [
  ['a 404', respond(404, { message: evil }, id), { name: 'ApiError', status: 404, requestId: 'r-1' }],
  ['a 304', respond(304, '', { ETag: '"1"' }), { name: 'ApiError', status: 304 }],
  ['a 503', respond(503, 'no', id), { name: 'ApiError', status: 503, attempts: expect.any(Array) }],
  ['a reset', reset('before the head'), { name: 'ConnectionError', code: expect.stringMatching(/^[A-Z_]+$/) }],
  ['a stall', stall, { name: 'TimeoutError', timeout: 20_000 }],
  ['a large response', respond(200, 'x'.repeat(2000)), { name: 'ResponseSizeError', limit: 1000 }],
];

describe.each(subjects)('$name', (subject) => {
  const failureOf = async (step: Step) => {
    const client = await createTestClient(subject, { timeout: 20_000, maxResponseBytes: 1000 });
    client.onRead(step);
    return client.failure(client.read());
  };

  describe.each(travels)('%s', (travelName, travel) => {
    it.each(faults)(`${travelName} keeps the error of %s`, async (_, step, expected) => {
      const error = await failureOf(step);
      const copy = travel(error);
      expect(copy).toMatchObject({ ...expected, message: error.message, method: 'GET' });
      expect(copy.attempts).toEqual(JSON.parse(JSON.stringify(error.attempts)));
      expect(isPlumblineError(copy)).toBe(true);
      expect(isApiError(copy)).toBe(error.name === 'ApiError');
      for (const secret of subject.vendor.secrets) expect(JSON.stringify(copy)).not.toContain(secret);
    });
  });

  it.each(faults)(
    'the message of the error of %s is one short line without control characters, and its stack has no more of the server',
    async (_, step) => {
      const { message, stack } = (await failureOf(step)) as Error;
      expect(message).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(message.length).toBeLessThan(300);
      expect(stack?.replace(message, '')).not.toMatch(/31m|Cookie/);
    },
  );

  it('a 304 is not called a redirect', async () => {
    const { message } = await failureOf(respond(304, '', { ETag: '"1"' }));
    expect(message).toContain('304');
    expect(message).not.toMatch(/redirect/i);
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it.each(travels)('%s keeps the error of a refused token request', async (_, travel) => {
    const client = await createTestClient(subject);
    client.onToken(respond(401, { error: 'invalid_client', error_description: evil }));
    const copy = travel(await client.failure(client.read()));
    expect(copy).toMatchObject({ name: 'TokenError', status: 401, code: 'invalid_client', method: 'POST' });
    expect(isPlumblineError(copy)).toBe(true);
    expect(JSON.stringify(copy)).not.toMatch(/31m|Cookie/);
  });
});

it('an error that is sent to a worker keeps its name, message and status', async () => {
  const [subject] = subjects;
  if (!subject) throw new Error('There is no subject.');
  const client = await createTestClient(subject);
  client.onRead(respond(404, {}));
  const error = await client.failure(client.read());
  const worker = new Worker(
    `require('node:worker_threads').parentPort.once('message', (e) => require('node:worker_threads').parentPort.postMessage(e))`,
    { eval: true },
  );
  onTestFinished(() => void worker.terminate());
  const answered = new Promise<Copy>((resolve) => worker.once('message', resolve));
  worker.postMessage(error);
  expect(await answered).toMatchObject({ name: 'ApiError', message: error.message, status: 404 });
  expect(isApiError(await answered, 404)).toBe(true);
});
