import { PlumblineError } from '../errors/plumbline-error.ts';
import type { ClientEvent, Observer } from './client-event.ts';

/** What {@link logTo} logs to: `console`, or a logger of pino, winston or a similar library. */
export interface Logger {
  debug(message: string): unknown;
  warn(message: string): unknown;
}

/**
 * Makes an observer that logs one line for each event. `debug` receives requests and good responses, `warn` the rest: responses
 * outside 2xx, errors, retries. A line has no query, header or body, except the vendor's id of the request.
 *
 * @example
 * const magicbell = createMagicBell({ observe: logTo(console) });
 * // GET /users/{user_id} #k3f9 attempt 1: 503 in 120 ms (request id 8f14e45f)
 * // GET /users/{user_id} #k3f9 attempt 1: retry in 480 ms: status 503
 * @throws {PlumblineError} If the logger has no method `debug` or `warn`.
 */
export function logTo(logger: Logger): Observer {
  const { debug, warn } = Object(logger) as Partial<Logger>;
  // The exceptions of an observer are ignored, so a wrong logger would never be noticed.
  if (typeof debug !== 'function' || typeof warn !== 'function') {
    throw new PlumblineError('logTo: pass a logger with the methods `debug` and `warn`.');
  }
  return (event) => {
    const { method, path, callId, attempt } = event;
    const line = `${method} ${path} #${callId} attempt ${attempt}: ${describe(event)}`;
    // A header may have control characters, which a terminal obeys.
    logger[levelOf(event)](line.replace(/[^ -~]/g, '?'));
  };
}

function levelOf(event: ClientEvent): 'debug' | 'warn' {
  const { type } = event;
  if (type === 'response') return event.status < 300 ? 'debug' : 'warn';
  if (type === 'token') return event.ok ? 'debug' : 'warn';
  return type === 'request' || type === 'limit' ? 'debug' : 'warn';
}

function describe(event: ClientEvent): string {
  const after = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
  switch (event.type) {
    case 'request':
      return 'sent';
    case 'response':
      return `${event.status} in ${after(event.duration)}${event.requestId ? ` (request id ${event.requestId})` : ''}`;
    case 'error':
      return `${event.error}${event.code ? ` (${event.code})` : ''} in ${after(event.duration)}`;
    case 'retry':
      return `retry in ${after(event.delay)}: ${event.reason}`;
    case 'limit':
      return `waited ${after(event.delay)} for the rate limit`;
    case 'token':
      return `token request ${event.ok ? 'succeeded' : 'failed'} in ${after(event.duration)}`;
  }
}
