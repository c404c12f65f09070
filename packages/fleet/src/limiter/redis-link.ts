import { type Clock, PlumblineError } from '@plumbline/runtime';
import { createOutage, type FleetEvent, reasonOf, within } from '../outage.ts';
import { closedClient, isClosedClient, type Redis } from '../redis.ts';
import { limiterScript } from './limiter-script.ts';

/** Milliseconds from a failure to the next evaluation. They double with each further failure. */
const firstBackoff = 500;
const maxBackoff = 10_000;

const permissions = 'Check the user of Redis and its permissions.';
const cluster = 'Use a client for clusters.';
/** What to do about errors that do not pass by themselves. */
const setupAdvice = new Map([
  ['WRONGTYPE', 'A key has a value of another program. Choose another name.'],
  ['CROSSSLOT', cluster],
  ['MOVED', cluster],
  ['NOPERM', permissions],
  ['NOAUTH', permissions],
  ['WRONGPASS', permissions],
]);

/** What a limiter knows of Redis: whether it replies, and when to ask it again. */
export interface RedisLink {
  /** Why Redis cannot be asked; undefined if it can. */
  readonly reason: string | undefined;
  /** The milliseconds until Redis may be asked again; 0 or less if it may be asked now. */
  untilRetry(): number;
  /**
   * Evaluates the script, within the time limit.
   *
   * @returns Its reply in milliseconds; undefined if Redis failed.
   * @throws {PlumblineError} If the setup is wrong, so that no later evaluation can succeed.
   */
  evaluate(keys: readonly string[], args: readonly string[]): Promise<number | undefined>;
}

/** What a link needs to know of its limiter. */
export interface LinkInit {
  readonly redis: Redis;
  readonly name: string;
  /** Time limit of an evaluation in milliseconds. */
  readonly timeout: number;
  readonly clock: Clock;
  emit(event: FleetEvent): void;
}

/** Makes the link of a limiter. It sets no timer while nothing is evaluated. */
export function createRedisLink({ redis, name, timeout, clock, emit }: LinkInit): RedisLink {
  const outage = createOutage(emit);
  let failure: { readonly reason: string; readonly retryAt: number; readonly backoff: number } | undefined;
  let wasUp = false;

  const fail = (reason: string) => {
    const now = clock.now();
    outage.begin(now, reason);
    // Evaluations that fail together count once.
    if (failure && now < failure.retryAt) return;
    const { backoff } = failure ?? { backoff: firstBackoff };
    failure = {
      reason,
      // Processes that failed together do not return together.
      retryAt: now + backoff * (0.75 + clock.random() / 2),
      backoff: Math.min(2 * backoff, maxBackoff),
    };
  };
  const succeed = () => {
    wasUp = true;
    failure = undefined;
    outage.end(clock.now());
  };
  const refuse = (problem: string, cause?: unknown): never => {
    throw new PlumblineError(`createFleetLimiter: ${problem}`, { cause });
  };

  return {
    get reason() {
      return failure?.reason;
    },
    untilRetry: () => (failure ? failure.retryAt - clock.now() : 0),
    async evaluate(keys, args) {
      let reply: unknown;
      try {
        reply = await within(clock, timeout, () => redis.evaluate(limiterScript, keys, args));
      } catch (error) {
        const reason = reasonOf(error);
        const advice = setupAdvice.get(reason);
        if (advice) {
          succeed();
          refuse(`Redis refused the script of ${name} (${reason}). ${advice}`, error);
        }
        // After the first reply, it is an outage.
        if (!wasUp && isClosedClient(error)) refuse(closedClient, error);
        fail(reason);
        return undefined;
      }
      succeed();
      const wait = /^-?\d+$/.test(String(reply)) ? Number(reply) : Number.NaN;
      if (wait === -1) refuse(`the name ${name} is in use with other limits. Choose another name for these.`);
      if (!(wait >= 0)) refuse('`redis.evaluate` must resolve with the reply of the script.');
      return wait / 1000;
    },
  };
}
