import type { Clients } from './clients.ts';

/** A case: what must hold of the packages on every runtime. Rejects where it does not. */
export type Case = (clients: Clients) => Promise<void>;

/** Fails a case, saying what it saw, unless `holds`. */
export function check(holds: boolean, seen: unknown): asserts holds {
  if (!holds) throw new Error(`Not what was expected: ${seen instanceof Error ? seen : JSON.stringify(seen)}`);
}

/** The error that a call rejects with. */
export async function errorOf(call: PromiseLike<unknown>): Promise<unknown> {
  const value = await call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  check(value instanceof Error, value);
  return value;
}
