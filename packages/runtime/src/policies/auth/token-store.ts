/** Ends a lock before its time. It must not end the lock of another process. */
export type Unlock = () => PromiseLike<unknown>;

/**
 * A store of text that several processes reach, such as Redis or Keyv. `shareTokens` of `@plumbline/fleet` shares access tokens over it.
 * Its entries and locks end by themselves, by the time of the store.
 *
 * A store may fail or be slow: the client then requests a token of its own. Only a `PlumblineError` of it is thrown to the caller.
 *
 * @example
 * const store: TokenStore = { get: (key) => keyv.get(key), set: (key, text, ms) => keyv.set(key, text, ms) };
 */
export interface TokenStore {
  /** Resolves with the text of a key, or with undefined if there is none or its time is over. */
  get(key: string): PromiseLike<string | null | undefined>;
  /** Stores the text of a key for some milliseconds, in place of an earlier one. */
  set(key: string, text: string, milliseconds: number): PromiseLike<unknown>;
  /**
   * Locks a key for some milliseconds, or until the returned function is called. Resolves with undefined at once if another
   * holds the lock. Without this function, processes may request several tokens at the same time.
   */
  lock?(key: string, milliseconds: number): PromiseLike<Unlock | undefined>;
}
