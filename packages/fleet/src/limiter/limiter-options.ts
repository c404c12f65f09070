import { type Clock, type RateLimit, systemClock } from '@plumbline/runtime';
import { checkOptions, ownCopy, refuse as refuseOption } from '../options.ts';
import { defaultTimeout, type FleetEvent } from '../outage.ts';
import type { Redis } from '../redis.ts';
import type { WhenDown } from './when-down.ts';

/** Options of {@link createFleetLimiter}. */
export interface FleetLimiterOptions {
  /** The Redis or Valkey that counts: `nodeRedis(client)`, `ioredis(client)`, or your own `{ evaluate }`. */
  readonly redis: Redis;
  /** Names what the vendor limits, such as a vendor and an account: `magnetiq/acme`. Processes with one name share the limits. */
  readonly name: string;
  /** The limits, such as `rateLimits` of a vendor's package. All processes must have the same. */
  readonly limits: readonly RateLimit[];
  /** What to do while Redis does not reply. @default share */
  readonly whenDown?: WhenDown | undefined;
  /** Number of processes that share the limits. Required by `whenDown: 'share'`, which divides the limits by it. */
  readonly instances?: number | undefined;
  /** Time limit of one command of Redis in milliseconds. Redis that takes longer is down. @default 250 */
  readonly timeout?: number | undefined;
  /** Receives an event when Redis goes down, and when it works again. Exceptions are ignored. @default none */
  readonly observe?: ((event: FleetEvent) => void) | undefined;
  /** Source of time and randomness, for tests. @default the system's */
  readonly clock?: Clock | undefined;
}

/** Options after the check, with their defaults. */
export interface CheckedLimiterOptions extends FleetLimiterOptions {
  readonly whenDown: WhenDown;
  readonly instances: number;
  readonly timeout: number;
  readonly clock: Clock;
}

const factory = 'createFleetLimiter';
const names = ['redis', 'name', 'limits', 'whenDown', 'instances', 'timeout', 'observe', 'clock'] as const;
/** Maximum of a limit: Redis keeps some 10 bytes for each request, and computes times in microseconds exactly. */
const maxRequests = 10_000_000;
const maxSeconds = 1e9;

/** @throws {PlumblineError} With the option and what to do, if an option is missing, unknown or invalid. */
export function checkLimiterOptions(given: FleetLimiterOptions): CheckedLimiterOptions {
  const options = checkOptions(factory, names, given);
  const { whenDown = 'share', instances, timeout = defaultTimeout, clock = systemClock } = options;
  const limits = checkLimits(options.limits);
  if (!['share', 'closed', 'open'].includes(whenDown)) refuse('whenDown', 'must be share, closed or open.');
  if (instances === undefined ? whenDown === 'share' : !(Number.isSafeInteger(instances) && instances > 0)) {
    refuse('instances', "must be the number of processes that share the limits: whenDown: 'share' divides by it.");
  }
  return { ...options, limits, whenDown, instances: instances ?? 1, timeout, clock };
}

function checkLimits(limits: readonly RateLimit[]): readonly RateLimit[] {
  if (!Array.isArray(limits) || limits.length === 0) {
    refuse('limits', 'must be an array of limits. Where a vendor has plans, choose one: rateLimits.pro.');
  }
  return limits.map((limit, index) => {
    const { requests, seconds, methods } = ownCopy(Object(limit) as RateLimit);
    // A method in lower case would count no request.
    const isMethod = (value: unknown) => typeof value === 'string' && /^[A-Z]+$/.test(value);
    if (!(Number.isInteger(requests) && requests > 0 && requests <= maxRequests))
      refuse(`limits[${index}].requests`, 'must be an integer from 1 to 10,000,000.');
    if (!(Number.isFinite(seconds) && seconds > 0 && seconds <= maxSeconds))
      refuse(`limits[${index}].seconds`, 'must be a positive number, at most 1,000,000,000.');
    if (methods !== undefined && !(Array.isArray(methods) && methods.length > 0 && methods.every(isMethod))) {
      refuse(`limits[${index}].methods`, 'must be an array of HTTP methods in upper case.');
    }
    return { requests, seconds, methods: methods && [...methods] };
  });
}

const refuse = (option: string, problem: string) => refuseOption(factory, option, problem);
