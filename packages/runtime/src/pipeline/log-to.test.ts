import { expect, it } from 'vitest';
import { type ClientEvent, createEmitter } from './client-event.ts';
import { type Logger, logTo } from './log-to.ts';

const source = { callId: 'k3f9', method: 'GET', path: '/users/{user_id}', attempt: 1 };
const start = 'GET /users/{user_id} #k3f9 attempt 1:';

/** A logger whose methods need their `this`, as those of some libraries do. */
class TestLogger implements Logger {
  readonly lines: string[] = [];
  debug(message: string): void {
    this.lines.push(`debug ${message}`);
  }
  warn(message: string): void {
    this.lines.push(`warn ${message}`);
  }
}

it.each<[ClientEvent, string]>([
  [{ type: 'request', ...source, idempotencyKey: 's3cret' }, `debug ${start} sent`],
  [{ type: 'response', ...source, status: 200, duration: 119.6 }, `debug ${start} 200 in 120 ms`],
  [
    { type: 'response', ...source, status: 503, duration: 120, requestId: 'r-7', idempotencyKey: 's3cret' },
    `warn ${start} 503 in 120 ms (request id r-7)`,
  ],
  [{ type: 'response', ...source, status: 304, duration: 1 }, `warn ${start} 304 in 1 ms`],
  [{ type: 'error', ...source, error: 'TimeoutError', duration: 30_000 }, `warn ${start} TimeoutError in 30000 ms`],
  [
    { type: 'error', ...source, error: 'ConnectionError', code: 'ECONNRESET', duration: 3 },
    `warn ${start} ConnectionError (ECONNRESET) in 3 ms`,
  ],
  [{ type: 'retry', ...source, reason: 'status 503', delay: 480.2 }, `warn ${start} retry in 480 ms: status 503`],
  [{ type: 'limit', ...source, delay: 200 }, `debug ${start} waited 200 ms for the rate limit`],
  [{ type: 'token', ...source, ok: true, duration: 80 }, `debug ${start} token request succeeded in 80 ms`],
  [{ type: 'token', ...source, ok: false, duration: 80 }, `warn ${start} token request failed in 80 ms`],
])('logTo logs one line for %o', (event, line) => {
  const logger = new TestLogger();
  logTo(logger)(event);
  expect(logger.lines).toEqual([line]);
});

it('logTo logs no control character of a response or an error', () => {
  const logger = new TestLogger();
  const log = logTo(logger);
  log({ type: 'response', ...source, status: 200, duration: 1, requestId: 'r-1\u001b[2J\u009b\u202e' });
  log({ type: 'error', ...source, error: 'Bad\nGET /forged', duration: 1 });
  expect(logger.lines).toEqual([
    `debug ${start} 200 in 1 ms (request id r-1?[2J??)`,
    `warn ${start} Bad?GET /forged in 1 ms`,
  ]);
});

it.each([undefined, null, {}, { debug: () => {} }, { debug: 'debug', warn: 'warn' }])(
  'logTo refuses a logger without the methods that it calls: %o',
  (logger) => {
    expect(() => logTo(logger as Logger)).toThrow('logTo: pass a logger with the methods `debug` and `warn`.');
  },
);

it('logTo takes a console', () => {
  expect(createEmitter(logTo({ ...console, debug: () => {}, warn: () => {} }))).toBeTypeOf('function');
});
