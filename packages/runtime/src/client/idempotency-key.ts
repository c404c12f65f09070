import type { OperationDefinition } from '../pipeline/operation.ts';
import type { Clock } from '../time/clock.ts';
import { refuseOption } from './check-text.ts';

/** Makes an idempotency key, with the randomness of a clock where the platform has no other. */
export type CreateKey = (clock: Clock) => string;

/**
 * Selects the idempotency key of a call: the caller's, else a new one.
 *
 * @returns The key; undefined if the operation honors none.
 * @throws {PlumblineError} If the caller's key protects nothing: it is blank, or the operation honors none.
 */
export function idempotencyKeyOf(
  { path, idempotencyKey: isHonored }: OperationDefinition,
  key: unknown,
  clock: Clock,
  createKey: CreateKey | undefined,
): string | undefined {
  if (key === undefined) return isHonored && (createKey as CreateKey)(clock);
  if (!isHonored) refuseOption(path, 'idempotencyKey', 'has no effect on this operation.');
  assertKey(path, 'idempotencyKey', key);
  return key;
}

/** @throws {PlumblineError} If a key is blank. Two calls with a blank key would look like one, or like unprotected ones. */
export function assertKey(path: string, name: string, key: unknown): asserts key is string {
  if (typeof key !== 'string' || key.trim() === '') refuseOption(path, name, 'must be a non-empty string.');
}

/** Makes a UUID (version 4), for definitions of clients. */
export const createIdempotencyKey: CreateKey = (clock) => {
  // Pages over http and React Native have no `randomUUID`.
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  if (crypto?.randomUUID) return crypto.randomUUID();
  const bytes = crypto?.getRandomValues?.(new Uint8Array(36));
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/[x8]/g, (kind, index: number) => {
    const digit = bytes?.[index] ?? Math.floor(clock.random() * 16);
    return (kind === '8' ? 8 + (digit & 3) : digit & 15).toString(16);
  });
};
