import {
  type AccessToken,
  type Clock,
  isPlumblineError,
  type SharedTokens,
  type TokenStore,
  type Unlock,
} from '@plumbline/runtime';
import { checkOptions, refuse } from '../options.ts';
import { checkWebCrypto } from './cipher.ts';
import { createStoreGuard, type StoreOptions } from './store-guard.ts';
import { tokenKey } from './token-key.ts';

/** Options of {@link shareTokens}. */
export interface ShareTokensOptions extends StoreOptions {
  /**
   * Milliseconds after which a lock ends by itself, if its process does not end it.
   * @default a third of the client's `timeout`, at most 10000
   */
  readonly lease?: number | undefined;
}

const factory = 'shareTokens';
/** Default time limit of a token request in milliseconds. */
const requestTimeout = 30_000;
const maxLease = 10_000;
/** Maximum milliseconds for which a token is stored. */
const maxStored = 86_400_000;
/** First and maximum delay in milliseconds before the next look, while another process requests the token. */
const firstDelay = 50;
const maxDelay = 1000;

/**
 * Shares access tokens over a store of your own.
 *
 * One process requests a token under a lock, and the others take it from the store. A token is stored for half of its lifetime, and
 * is valid for the other half when it is found. So no clock is compared with another, and one process renews the token early.
 *
 * If a process ends without ending its lock, the others wait until its lease is over. While the token endpoint hangs, one more process
 * requests a token after each lease, and each requests its own after it has waited for the client's `timeout`. If the store fails, it
 * does so at once.
 *
 * @example
 * const magnify = createMagnify({ tokens: shareTokens(store) });
 *
 * @throws {PlumblineError} If an option is unknown or invalid, or if the platform has no WebCrypto.
 */
export function shareTokens(store: TokenStore, given: ShareTokensOptions = {}): SharedTokens {
  checkWebCrypto(factory);
  const options = checkOptions(factory, ['lease', 'timeout', 'observe'], given);
  if (typeof Object(store).get !== 'function' || typeof Object(store).set !== 'function') {
    refuse(factory, 'store', 'must have the functions `get` and `set`.');
  }
  const { lease } = options;
  const guard = createStoreGuard(options);

  /** Looks for a token. A text that is not of this package is as good as none. */
  const find = async (clock: Clock, key: string, onInvalid: () => void): Promise<AccessToken | undefined> => {
    const text = await guard.ask(clock, () => store.get(key));
    if (text === undefined || text === null) return undefined;
    const token = parseToken(text);
    if (!token) onInvalid();
    return token;
  };

  const lock = async (clock: Clock, key: string, milliseconds: number): Promise<Unlock | undefined> => {
    const locking = Promise.resolve().then(() => store.lock?.(key, milliseconds));
    try {
      return await guard.ask(clock, () => locking);
    } catch (error) {
      // The others must not wait for a lock that came too late.
      locking.then((unlock) => unlock?.()).catch(() => {});
      throw error;
    }
  };

  const save = async (clock: Clock, key: string, { value, lifetime }: AccessToken): Promise<void> => {
    const milliseconds = Math.floor(Math.min(lifetime / 2, maxStored));
    if (milliseconds < 1) return;
    await guard.ask(clock, () => store.set(key, formatToken(value, milliseconds), milliseconds));
  };

  return {
    async obtain({ call, options: identity, refusedToken, request }) {
      const { clock } = call;
      const timeout = call.options.timeout ?? requestTimeout;
      const end = clock.now() + timeout;
      const key = await tokenKey(identity);
      let unlock: Unlock | undefined;
      let isInvalid = false;
      const onInvalid = () => {
        if (!isInvalid) guard.emit({ type: 'invalid' });
        isInvalid = true;
      };
      /** Waits for a token of another process, or for the lock. */
      const waitForToken = async (): Promise<AccessToken | undefined> => {
        for (let delay = firstDelay; ; delay = Math.min(delay * 2, maxDelay)) {
          const found = await find(clock, key, onInvalid);
          if (found && found.value !== refusedToken) return found;
          // Under the lock it looks again: another process may have stored a token before it ended the lock.
          if (unlock || !store.lock || clock.now() >= end) return undefined;
          unlock = await lock(clock, key, lease ?? Math.min(timeout / 3, maxLease));
          if (!unlock) await sleep(clock, delay * (0.5 + clock.random()));
        }
      };
      try {
        let isWorking = true;
        const found = await waitForToken().catch((error) => {
          // The setup is wrong, which does not pass.
          if (isPlumblineError(error)) throw error;
          isWorking = false;
        });
        if (found) {
          guard.succeed(clock);
          return found;
        }
        const token = await request();
        if (isWorking) {
          await save(clock, key, token).then(
            () => guard.succeed(clock),
            () => {},
          );
        }
        return token;
      } finally {
        if (unlock) await guard.ask(clock, unlock).catch(() => {});
      }
    },
  };
}

function sleep(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void clock.after(milliseconds, resolve));
}

/** The text of a token in the store: a version, the milliseconds for which it is valid when it is found, and the token. */
function formatToken(value: string, milliseconds: number): string {
  return `plumbline1 ${milliseconds} ${value}`;
}

/** Reads the text of a token; undefined if it is another text, or if its token cannot be sent. */
function parseToken(text: string): AccessToken | undefined {
  const [, milliseconds, value] = /^plumbline1 ([1-9]\d{0,7}) ([\x21-\x7e]+)$/.exec(text) ?? [];
  const lifetime = Number(milliseconds);
  return value !== undefined && lifetime <= maxStored ? { value, lifetime, isShared: true } : undefined;
}
