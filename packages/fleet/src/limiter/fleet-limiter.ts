import { createQueuedLimiter, type Limiter } from '@plumbline/runtime';
import { keyPrefix } from '../options.ts';
import { createEmitter } from '../outage.ts';
import { checkLimiterOptions, type FleetLimiterOptions } from './limiter-options.ts';
import { countInRedis } from './redis-counter.ts';
import { createRedisLink } from './redis-link.ts';
import { countWhenDown } from './when-down.ts';

/**
 * Makes a limiter that many processes share, over Redis or Valkey: the option `rateLimit` of a client.
 *
 * While Redis replies it is exact: no window has more requests of all processes than its limit, whenever it begins. The requests of a
 * process are admitted in order. A 429 pauses all processes.
 *
 * @example
 * const limiter = createFleetLimiter({ redis: nodeRedis(client), name: 'magnetiq/acme', limits: rateLimits.pro, instances: 4 });
 * const magnetiq = createMagnetiq({ rateLimit: limiter });
 *
 * @throws {PlumblineError} If an option is missing, unknown or invalid. A request throws it if the name is in use with other limits, if
 * Redis refuses the script or its keys, or if the client was never connected.
 */
export function createFleetLimiter(options: FleetLimiterOptions): Limiter {
  const { redis, name, limits, whenDown, instances, timeout, observe, clock } = checkLimiterOptions(options);
  const link = createRedisLink({ redis, name, timeout, clock, emit: createEmitter(observe) });
  const fleet = { limits, link, prefix: keyPrefix(name) };
  const { acquire, pause } = createQueuedLimiter(limits, clock, (group) =>
    countInRedis(group, clock, fleet, countWhenDown(whenDown, { limits: group, name, instances, clock, link })),
  );
  return {
    pause,
    async acquire(method, turn) {
      // Redis would count a request that is never sent.
      turn?.signal?.throwIfAborted();
      await acquire(method, turn);
    },
  };
}
