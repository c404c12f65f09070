import { PlumblineError } from '../errors/plumbline-error.ts';
import type { CallOptions, RetryOptions } from '../pipeline/call-options.ts';
import type { Observer } from '../pipeline/client-event.ts';
import type { Fetch } from '../pipeline/fetch-transport.ts';
import type { Policy } from '../pipeline/policy.ts';
import type { Clock } from '../time/clock.ts';
import { refuseOption } from './check-text.ts';
import { ownValue } from './own-value.ts';

/** A caller's own steps, all within the deadline and the signal of the call. */
export interface CallerPolicies {
  /** Around the whole call, once: its retries and delays are inside. Credentials are not added yet. */
  readonly call?: readonly Policy[] | undefined;
  /** Around each attempt, with its credentials: for signatures, or a span for each attempt. Token requests are attempts too. */
  readonly attempt?: readonly Policy[] | undefined;
}

/** Options of every client. */
export interface ClientOptions {
  /** The address of the API. @default the vendor's server */
  readonly baseUrl?: string | undefined;
  /** What sends the requests. @default the platform's `fetch`, looked up at each call; on Node the connections that it uses */
  readonly fetch?: Fetch | undefined;
  /** `fetch`: sends by the platform's `fetch` on Node too. @default what costs least */
  readonly transport?: 'fetch' | undefined;
  /** Milliseconds for one attempt, body included; `Infinity` for no limit. @default 30000 */
  readonly timeout?: number | undefined;
  /** Milliseconds for one call: attempts, delays between them, tokens, and all pages of a list. @default no limit */
  readonly deadline?: number | undefined;
  /** How calls are retried; `false` for never. @default 3 attempts */
  readonly retry?: RetryOptions | false | undefined;
  /** Receives client events. Exceptions are ignored. */
  readonly observe?: Observer | undefined;
  /** Time and chance, for tests. @default the platform's */
  readonly clock?: Clock | undefined;
  /** Headers for every request of an operation; not for token requests. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Steps of your own around calls and attempts. */
  readonly policies?: CallerPolicies | undefined;
  /** Permits `http://` to other hosts than loopback. Credentials then travel in the clear. @default false */
  readonly allowInsecureRequests?: boolean | undefined;
}

/** What an option must be: a kind of value, a table for the options in it, or anything. */
type OptionType = 'any' | 'positive' | 'notNegative' | 'object' | 'array' | 'function' | OptionTypes;
interface OptionTypes {
  readonly [name: string]: OptionType;
}

const sharedOptionTypes: OptionTypes = {
  timeout: 'positive',
  deadline: 'positive',
  retry: { attempts: 'positive', baseDelay: 'notNegative', maxDelay: 'notNegative', maxRetryAfter: 'notNegative' },
  headers: 'object',
};
// Marked, so that a bundler leaves them out where no client is made.
const callOptionTypes: OptionTypes = /* @__PURE__ */ Object.assign({ signal: 'any' } as const, sharedOptionTypes, {
  idempotencyKey: 'any',
  accept: 'any',
} as const);
const clientOptionTypes: OptionTypes = /* @__PURE__ */ Object.assign({ baseUrl: 'any' } as const, sharedOptionTypes, {
  allowInsecureRequests: 'any',
  transport: 'any',
  fetch: 'function',
  policies: { call: 'array', attempt: 'array' },
  observe: 'function',
  clock: 'object',
} as const);

/**
 * Refuses options that no client of this vendor has: a typo would otherwise be silent.
 *
 * @param factory The function that was called, for the message.
 * @param names The options of this vendor besides those of every client.
 */
export function checkClientOptions(factory: string, options: ClientOptions, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null)
    throw new PlumblineError(`${factory}: pass an object of options.`);
  checkTypes(factory, options, { ...Object.fromEntries(names.map((name) => [name, 'any'])), ...clientOptionTypes });
}

/** Refuses options that no call has. */
export function checkCallOptions(label: string, options: CallOptions): void {
  checkTypes(label, options, callOptionTypes);
}

function checkTypes(label: string, options: object, types: OptionTypes): void {
  for (const [name, value] of Object.entries(options)) {
    const type = ownValue(types, name);
    if (!type) {
      const names = Object.keys(types).join(', ');
      throw new PlumblineError(`${label}: there is no option \`${name}\`. There are: ${names}.`);
    }
    if (value === undefined || type === 'any' || (name === 'retry' && value === false)) continue;
    if (type === 'positive' || type === 'notNegative') {
      const isValid = typeof value === 'number' && (value > 0 || (value === 0 && type === 'notNegative'));
      if (!isValid) refuseOption(label, name, 'must be a number above 0.');
      continue;
    }
    const kind = typeof type === 'string' ? type : 'object';
    if (kindOf(value) !== kind) refuseOption(label, name, `is no ${kind}.`);
    if (typeof type !== 'string') checkTypes(`${label}: \`${name}\``, value, type);
  }
}

function kindOf(value: unknown): string {
  if (value === null || value instanceof Headers) return 'other';
  return Array.isArray(value) ? 'array' : typeof value;
}
