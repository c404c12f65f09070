/** One rate limit and one access token for many processes, over the Redis or Valkey that you have. */
export type { Limiter, RateLimit, TokenStore, Unlock } from '@plumbline/runtime';
export { createFleetLimiter } from './limiter/fleet-limiter.ts';
export type { FleetLimiterOptions } from './limiter/limiter-options.ts';
export { LimiterUnavailableError, type WhenDown } from './limiter/when-down.ts';
export type { FleetEvent } from './outage.ts';
export { ioredis, nodeRedis, type Redis } from './redis.ts';
export { createFleetTokens, type FleetTokensOptions } from './tokens/fleet-tokens.ts';
export { type ShareTokensOptions, shareTokens } from './tokens/share-tokens.ts';
export type { TokensEvent } from './tokens/store-guard.ts';
