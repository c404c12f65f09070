import { PlumblineError, type TokenStore } from '@plumbline/runtime';
import { keyPrefix } from '../options.ts';
import { closedClient, isClosedClient, type Redis } from '../redis.ts';
import type { Cipher } from './cipher.ts';
import { hex } from './token-key.ts';

/** A key of another type has no token. `SET` replaces it. */
const getText = `local kind = redis.call('TYPE', KEYS[1]).ok
if kind == 'string' then return redis.call('GET', KEYS[1]) end
if kind == 'none' then return false end
return ''`;

const setText = `redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** A key that never expires is not a lock of this package, so it is replaced. */
const lockKey = `if redis.call('PTTL', KEYS[1]) >= 0 then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** Only the owner may end a lock: after its lease, it may be that of another process. */
const unlockKey = `if redis.pcall('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** Makes the store of the tokens of a fleet. Its commands throw a `PlumblineError` if the client was never connected. */
export function redisTokenStore(redis: Redis, name: string, cipher: Cipher | undefined): TokenStore {
  const keyOf = (key: string) => `${keyPrefix(name)}:token:${key}`;
  let wasUp = false;
  const evaluate: Redis['evaluate'] = async (...parameters) => {
    try {
      const reply = await redis.evaluate(...parameters);
      wasUp = true;
      return reply;
    } catch (error) {
      // After the first reply, it is an outage.
      if (!wasUp && isClosedClient(error))
        throw new PlumblineError(`createFleetTokens: ${closedClient}`, { cause: error });
      throw error;
    }
  };
  return {
    async get(key) {
      const text = await evaluate(getText, [keyOf(key)], []);
      if (text === null || text === undefined) return undefined;
      return cipher ? cipher.decrypt(String(text), keyOf(key)) : String(text);
    },
    async set(key, text, milliseconds) {
      const stored = cipher ? await cipher.encrypt(text, keyOf(key)) : text;
      await evaluate(setText, [keyOf(key)], [stored, String(milliseconds)]);
    },
    async lock(key, milliseconds) {
      const lock = `${keyPrefix(name)}:token-lock:${key}`;
      const owner = hex(crypto.getRandomValues(new Uint8Array(16)));
      const isLocked = await evaluate(lockKey, [lock], [owner, String(Math.ceil(milliseconds))]);
      return Number(isLocked) === 1 ? () => evaluate(unlockKey, [lock], [owner]) : undefined;
    },
  };
}
