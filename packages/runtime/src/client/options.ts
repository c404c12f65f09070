import { PlumblineError } from '../errors/plumbline-error.ts';
import type { CallOptions, RetryOptions } from '../pipeline/call-options.ts';
import type { Observer } from '../pipeline/client-event.ts';
import type { Fetch } from '../pipeline/fetch-transport.ts';
import type { Policy } from '../pipeline/policy.ts';
import type { Clock } from '../time/clock.ts';
import { refuseOption } from './check-text.ts';
import { ownValue } from './own-value.ts';

/** The caller's own policies. The deadline and the signal of the call apply to them. */
export interface CallerPolicies {
  /** Policies around the whole call, with all its attempts and delays inside. Credentials are not added yet. @default none */
  readonly call?: readonly Policy[] | undefined;
  /** Policies around each attempt, credentials included: for signatures, spans. Token requests are attempts too. @default none */
  readonly attempt?: readonly Policy[] | undefined;
}

/** Options of every client. */
export interface ClientOptions {
  /** URL of the API. @default the vendor's server */
  readonly baseUrl?: string | undefined;
  /** Function that sends the requests. @default the platform's `fetch`, looked up at each call; on Node its dispatcher */
  readonly fetch?: Fetch | undefined;
  /** `fetch` sends with the platform's `fetch` on Node too. @default on Node, the dispatcher of `fetch`, which costs less */
  readonly transport?: 'fetch' | undefined;
  /** Time limit of one attempt in milliseconds, body included. `Infinity` disables it. @default 30000 */
  readonly timeout?: number | undefined;
  /** Time limit of one call in milliseconds: attempts, delays, token requests, and all pages of a list. @default Infinity */
  readonly deadline?: number | undefined;
  /** How calls are retried. `false` disables retries. @default 3 attempts */
  readonly retry?: RetryOptions | false | undefined;
  /** Receives client events. Exceptions are ignored. @default none */
  readonly observe?: Observer | undefined;
  /** Source of time and randomness, for tests. @default the platform's */
  readonly clock?: Clock | undefined;
  /** Headers of every request, except token requests. @default none */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Your own policies around calls and attempts. @default none */
  readonly policies?: CallerPolicies | undefined;
  /** Permits `http://` to hosts other than loopback. Credentials are then sent unencrypted. @default false */
  readonly allowInsecureRequests?: boolean | undefined;
}

/** The type of an option: `any`, a kind of value, or a table of the options in it. */
type OptionType = 'any' | 'positive' | 'non-negative' | 'object' | 'array' | 'function' | OptionTypes;
interface OptionTypes {
  readonly [name: string]: OptionType;
}

const sharedOptionTypes: OptionTypes = {
  timeout: 'positive',
  deadline: 'positive',
  retry: { attempts: 'positive', baseDelay: 'non-negative', maxDelay: 'non-negative', maxRetryAfter: 'non-negative' },
  headers: 'object',
};
// Marked as pure, so that a bundler drops them from a program that makes no client.
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
 * Validates the options of a client. It refuses unknown ones, because a typo would otherwise have no effect.
 *
 * @param factory Name of the factory, for the error message.
 * @param names Names of the vendor's own options.
 * @throws {PlumblineError} If an option is unknown or of the wrong type.
 */
export function checkClientOptions(factory: string, options: ClientOptions, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null)
    throw new PlumblineError(`${factory}: pass an object of options.`);
  const { transport } = options;
  if (transport !== undefined && transport !== 'fetch') refuseOption(factory, 'transport', 'must be "fetch".');
  checkTypes(factory, options, { ...Object.fromEntries(names.map((name) => [name, 'any'])), ...clientOptionTypes });
}

/** Validates the options of a call. @throws {PlumblineError} If an option is unknown or of the wrong type. */
export function checkCallOptions(label: string, options: CallOptions): void {
  checkTypes(label, options, callOptionTypes);
}

function checkTypes(label: string, options: object, types: OptionTypes): void {
  for (const [name, value] of Object.entries(options)) {
    const type = ownValue(types, name);
    if (!type) {
      const names = Object.keys(types).join(', ');
      throw new PlumblineError(`${label}: unknown option \`${name}\`. Options: ${names}.`);
    }
    if (value === undefined || type === 'any' || (name === 'retry' && value === false)) continue;
    if (type === 'positive' || type === 'non-negative') {
      const isValid = typeof value === 'number' && (value > 0 || (value === 0 && type === 'non-negative'));
      if (!isValid) refuseOption(label, name, `must be a ${type} number.`);
      continue;
    }
    const kind = typeof type === 'string' ? type : 'object';
    if (kindOf(value) !== kind) refuseOption(label, name, `must be of type ${kind}.`);
    if (typeof type !== 'string') checkTypes(`${label}: \`${name}\``, value, type);
  }
}

function kindOf(value: unknown): string {
  if (value === null || value instanceof Headers) return 'other';
  return Array.isArray(value) ? 'array' : typeof value;
}
