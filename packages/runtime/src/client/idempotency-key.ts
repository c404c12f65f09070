import type { Clock } from '../time/clock.ts';
import { refuseOption } from './check-text.ts';

/** Makes the idempotency key of a call, for definitions of clients: `createIdempotencyKey`. */
export type CreateKey = (clock: Clock, path: string, name: string, given: unknown) => string;

/**
 * Makes the idempotency key of a call: the caller's, else a UUID (version 4).
 *
 * @param clock Has the randomness where the platform has no other.
 * @param name The option or the header that the caller's key comes from, for the message.
 * @throws {PlumblineError} If the caller's key is blank. Two calls with a blank key would look like one, or like unprotected ones.
 */
export const createIdempotencyKey: CreateKey = (clock, path, name, given) => {
  if (given !== undefined) {
    if (typeof given !== 'string' || given.trim() === '') refuseOption(path, name, 'must be a non-empty string.');
    return given;
  }
  // Pages over http and React Native have no `randomUUID`.
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  if (crypto?.randomUUID) return crypto.randomUUID();
  const bytes = crypto?.getRandomValues?.(new Uint8Array(36));
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/[x8]/g, (kind, index: number) => {
    const digit = bytes?.[index] ?? Math.floor(clock.random() * 16);
    return (kind === '8' ? 8 + (digit & 3) : digit & 15).toString(16);
  });
};
