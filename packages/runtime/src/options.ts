import type { CallOptions } from './call.ts';
import type { Clock } from './clock.ts';
import type { Observer } from './observe.ts';
import { PlumblineError } from './plumbline-error.ts';
import type { Policy } from './policy.ts';
import type { RetryOptions } from './retry.ts';
import type { Fetch } from './transport.ts';

/** What every client can be told, whatever its vendor. */
export interface ClientOptions {
  /** Where the API lives. Defaults to the vendor's server. */
  readonly baseUrl?: string;
  /** What sends the requests. Defaults to the runtime's `fetch`, looked up at each call. */
  readonly fetch?: Fetch;
  /** Milliseconds for one attempt, body included; `Infinity` for no limit. Defaults to 30,000. */
  readonly timeout?: number;
  /** Milliseconds for one call: attempts, waits between them, tokens, and all pages of a list. Defaults to no limit. */
  readonly deadline?: number;
  /** How calls are repeated; `false` for never. Defaults to 3 attempts. */
  readonly retry?: RetryOptions | false;
  /** Is told what the client does. */
  readonly observe?: Observer;
  /** The time, and chance, for tests. Defaults to the runtime's. */
  readonly clock?: Clock;
  /** Headers for every request of an operation; not for those for tokens. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Policies around those of the client: each sees a call once, before credentials are added; requests for tokens go without. */
  readonly policies?: readonly Policy[];
  /** Permits `http://` to other hosts than loopback. Credentials then travel in the clear. Defaults to false. */
  readonly allowInsecureRequests?: boolean;
}

/** What a call and what `retry` can be told. */
const ofCall = ['signal', 'timeout', 'deadline', 'retry', 'headers', 'idempotencyKey', 'accept'];
const ofRetry = ['attempts', 'baseDelay', 'maxDelay', 'maxRetryAfter'];
const kinds = { fetch: 'function', headers: 'object', policies: 'array', observe: 'function', clock: 'object' };
const shared = ['baseUrl', 'timeout', 'deadline', 'retry', 'allowInsecureRequests', ...Object.keys(kinds)];

/**
 * Refuses options that no client of this vendor has: a typo would otherwise be silence.
 *
 * @param factory The function that was called, for the message.
 * @param names The options of this vendor besides the shared ones.
 */
export function checkOptions(factory: string, options: object, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null)
    throw new PlumblineError(`${factory}: pass an object of options.`);
  checkNames(factory, options, [...names, ...shared]);
  const given = options as ClientOptions;
  for (const [name, kind] of Object.entries(kinds)) {
    const value = given[name as keyof ClientOptions];
    if (value !== undefined && kindOf(value) !== kind)
      throw new PlumblineError(`${factory}: \`${name}\` is no ${kind}.`);
  }
  checkTimes(factory, given);
}

function checkNames(place: string, options: object, names: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!names.includes(name))
      throw new PlumblineError(`${place}: there is no option \`${name}\`. There are: ${names.join(', ')}.`);
  }
}

/** Refuses options that no call has. */
export function checkCallOptions(place: string, options: CallOptions): void {
  checkNames(place, options, ofCall);
  checkTimes(place, options);
}

function kindOf(value: unknown): string {
  if (value === null || value instanceof Headers) return 'other';
  return Array.isArray(value) ? 'array' : typeof value;
}

interface Times {
  readonly timeout?: number | undefined;
  readonly deadline?: number | undefined;
  readonly retry?: RetryOptions | false | undefined;
}

/** Refuses times that would be no limit, or that nothing can meet. */
export function checkTimes(place: string, { timeout, deadline, retry }: Times): void {
  if (timeout === undefined && deadline === undefined && !retry) return;
  const times = { timeout, deadline, ...retry };
  if (retry) checkNames(`${place}: \`retry\``, retry, ofRetry);
  for (const [name, value] of Object.entries(times)) {
    if (
      value !== undefined &&
      (typeof value !== 'number' || !(value >= 0) || (value === 0 && !/delay|after/i.test(name)))
    )
      throw new PlumblineError(`${place}: \`${name}\` must be a number above 0.`);
  }
}

/**
 * Refuses a credential that cannot be right, before a request shows it to anybody. The message never repeats it.
 *
 * @returns The credential.
 */
export function checkCredential(factory: string, option: string, value: string | undefined): string {
  const refuse = (why: string): never => {
    throw new PlumblineError(`${factory}: \`${option}\` ${why}`);
  };
  if (typeof value !== 'string') return refuse(value === undefined ? 'is missing.' : 'must be a string.');
  if (value.trim() === '') return refuse('is empty. Is the environment variable set?');
  // Headers take these characters and no others; a line break at the end is the usual slip.
  if (!/^[\x21-\x7e]+( +[\x21-\x7e]+)*$/.test(value)) {
    return refuse('holds a character that cannot be sent: white space at an end, a line break, or one outside ASCII.');
  }
  return value;
}
