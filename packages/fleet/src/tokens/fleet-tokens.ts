import type { SharedTokens } from '@plumbline/runtime';
import { checkOptions } from '../options.ts';
import type { Redis } from '../redis.ts';
import { checkWebCrypto, createCipher } from './cipher.ts';
import { redisTokenStore } from './redis-token-store.ts';
import { type ShareTokensOptions, shareTokens } from './share-tokens.ts';

/** Options of {@link createFleetTokens}. */
export interface FleetTokensOptions extends ShareTokensOptions {
  /** The Redis or Valkey client: `nodeRedis(client)`, `ioredis(client)`, or your own. */
  readonly redis: Redis;
  /** Names whose tokens these are, such as a vendor and an account: `magnify/acme`. Processes with one name share the token. */
  readonly name: string;
  /**
   * Key of AES-256-GCM: 32 bytes, or their base64. `undefined` is refused, because it is usually a missing environment variable.
   * @default none: tokens are readable in Redis
   */
  readonly encryptionKey?: Uint8Array | string | undefined;
}

const factory = 'createFleetTokens';
const names = ['redis', 'name', 'encryptionKey', 'lease', 'timeout', 'observe'] as const;

/**
 * Shares access tokens over Redis or Valkey: all processes with the same name, token endpoint, client id and scope use one token.
 *
 * One process requests it; see {@link shareTokens}. If Redis fails, each process requests its own, and calls go on.
 *
 * @example
 * const tokens = createFleetTokens({ redis: nodeRedis(client), name: 'magnify/acme', encryptionKey: process.env.TOKEN_KEY });
 * const magnify = createMagnify({ tokens });
 *
 * @throws {PlumblineError} If an option is missing, unknown or invalid, or if the platform has no WebCrypto. A call throws it if the
 * client of Redis was never connected.
 */
export function createFleetTokens(given: FleetTokensOptions): SharedTokens {
  const options = checkOptions(factory, names, given);
  const { redis, name, encryptionKey, lease, timeout, observe } = options;
  checkWebCrypto(factory);
  const cipher = 'encryptionKey' in options ? createCipher(factory, encryptionKey) : undefined;
  return shareTokens(redisTokenStore(redis, name, cipher), { lease, timeout, observe });
}
