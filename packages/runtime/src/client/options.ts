import { PlumblineError } from '../errors/plumbline-error.ts';
import type { CallOptions, RetryOptions } from '../pipeline/call-options.ts';
import type { Observer } from '../pipeline/client-event.ts';
import type { Fetch } from '../pipeline/fetch-transport.ts';
import { printable } from '../pipeline/headers.ts';
import { isRecord, ownValue } from '../pipeline/own-value.ts';
import type { Policy } from '../pipeline/policy.ts';
import type { Clock } from '../time/clock.ts';
import { refuseOption } from './check-text.ts';

/** The caller's own policies. The deadline and the signal of the call apply to them. */
export interface CallerPolicies {
  /** Policies around the whole call, with all its attempts and delays inside. Credentials are not added yet. @default none */
  readonly call?: readonly Policy[] | undefined;
  /** Policies around each attempt, credentials included: for signatures, spans. Token requests are attempts too. @default none */
  readonly attempt?: readonly Policy[] | undefined;
}

/** Options of every client. */
export interface ClientOptions {
  /** URL of the API, in place of all servers of the vendor, also those of single operations. @default the vendor's servers */
  readonly baseUrl?: string | undefined;
  /** Function that sends the requests. @default the platform's `fetch`, looked up at each call; on Node its dispatcher */
  readonly fetch?: Fetch | undefined;
  /** `fetch` sends with the platform's `fetch` on Node too. @default on Node, the dispatcher of `fetch`, which costs less */
  readonly transport?: 'fetch' | undefined;
  /** Time limit of one attempt in milliseconds, body included. `Infinity` disables it. @default 30000 */
  readonly timeout?: number | undefined;
  /** Time limit of one call in milliseconds: attempts, delays, token requests, and all pages of a list. @default Infinity */
  readonly deadline?: number | undefined;
  /**
   * Maximum length of a response in bytes, decoded, unless it is streamed. Longer ones throw a `ResponseSizeError`.
   * @default 268435456, which is 256 MiB
   */
  readonly maxResponseBytes?: number | undefined;
  /** How calls are retried. `false` disables retries. @default 3 attempts */
  readonly retry?: RetryOptions | false | undefined;
  /** Receives client events: `logTo(console)`, or your own function. Exceptions are ignored. @default none */
  readonly observe?: Observer | undefined;
  /** Source of time and randomness, for tests. @default the platform's */
  readonly clock?: Clock | undefined;
  /** Headers of every request, except token requests. Undefined ones are omitted. @default none */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Your own policies around calls and attempts. @default none */
  readonly policies?: CallerPolicies | undefined;
  /** Permits `http://` to hosts other than loopback. Credentials are then sent unencrypted. @default false */
  readonly allowInsecureRequests?: boolean | undefined;
}

/** What the value of an option must be, and the options in it. */
type OptionType = readonly [description: string, isValid: (value: unknown) => boolean, options?: OptionTypes];
interface OptionTypes {
  readonly [name: string]: OptionType;
}

const anything: OptionType = ['', () => true];
const positive: OptionType = ['a positive number', (value) => typeof value === 'number' && value > 0];
const nonNegative: OptionType = ['a non-negative number', (value) => value === 0 || positive[1](value)];
const text: OptionType = ['of type string', (value) => typeof value === 'string'];
const callback: OptionType = ['of type function', (value) => typeof value === 'function'];
const list: OptionType = ['of type array', Array.isArray];
const record: OptionType = ['a plain object', isRecord];
const retryOptions = { attempts: positive, baseDelay: nonNegative, maxDelay: nonNegative, maxRetryAfter: nonNegative };

const sharedOptionTypes: OptionTypes = {
  timeout: positive,
  deadline: positive,
  maxResponseBytes: positive,
  retry: ['false or an object', isRecord, retryOptions],
  headers: record,
};
// Marked as pure, so that a bundler drops them from a program that makes no client.
const callOptionTypes: OptionTypes = /* @__PURE__ */ Object.assign(
  { signal: ['an AbortSignal', isSignal] } satisfies OptionTypes,
  sharedOptionTypes,
  { idempotencyKey: anything, accept: text },
);
const clientOptionTypes: OptionTypes = /* @__PURE__ */ Object.assign({ baseUrl: anything }, sharedOptionTypes, {
  allowInsecureRequests: anything,
  transport: ['"fetch"', (value) => value === 'fetch'],
  fetch: callback,
  policies: ['a plain object', isRecord, { call: list, attempt: list }],
  observe: callback,
  clock: record,
} satisfies OptionTypes);

/**
 * Validates the options of a client. It refuses unknown ones, because a typo would otherwise have no effect.
 *
 * @param factory Name of the factory, for the error message.
 * @param names Names of the vendor's own options.
 * @throws {PlumblineError} If an option is unknown or of the wrong type.
 */
export function checkClientOptions(factory: string, options: ClientOptions, names: readonly string[]): void {
  checkTypes(factory, options, { ...Object.fromEntries(names.map((name) => [name, anything])), ...clientOptionTypes });
}

/** @throws {PlumblineError} If the caller passed `null`, a list, a Map or the like as options or parameters. */
export function assertRecord(label: string, what: string, value: unknown): void {
  if (!isRecord(value)) throw new PlumblineError(`${label}: pass an object of ${what}.`);
}

/** Validates the options of a call. @throws {PlumblineError} If an option is unknown or of the wrong type. */
export function checkCallOptions(label: string, options: CallOptions): void {
  checkTypes(label, options, callOptionTypes);
}

/** Validates the options of a wait. @throws {PlumblineError} If an option is unknown or of the wrong type. */
export function checkWaitOptions(label: string, options: CallOptions): void {
  checkTypes(label, options, { ...callOptionTypes, interval: positive });
}

function checkTypes(label: string, options: object, types: OptionTypes): void {
  assertRecord(label, 'options', options);
  for (const [name, value] of Object.entries(options)) {
    const type = ownValue(types, name);
    if (!type) {
      const names = Object.keys(types).join(', ');
      throw new PlumblineError(`${label}: unknown option \`${printable(name)}\`. Options: ${names}.`);
    }
    if (value === undefined || (name === 'retry' && value === false)) continue;
    const [description, isValid, nested] = type;
    if (!isValid(value)) refuseOption(label, name, `must be ${description}.`);
    if (nested) checkTypes(`${label}: \`${name}\``, value, nested);
  }
}

/** Whether a value is an `AbortSignal` of any platform, or null. */
function isSignal(value: unknown): boolean {
  const { aborted, addEventListener } = Object(value) as Partial<AbortSignal>;
  return value === null || (typeof aborted === 'boolean' && typeof addEventListener === 'function');
}
