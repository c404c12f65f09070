import type { Clients } from './clients.ts';

/** A case, which throws if the packages lack a property on the runtime. */
export type Case = (clients: Clients) => Promise<void>;

/** Fails a case, and prints the actual value, unless `holds`. */
export function check(holds: boolean, actual: unknown): asserts holds {
  if (!holds) throw new Error(`Unexpected: ${actual instanceof Error ? actual : JSON.stringify(actual)}`);
}

/** The error that a call throws. */
export async function errorOf(call: PromiseLike<unknown>): Promise<unknown> {
  const value = await call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  check(value instanceof Error, value);
  return value;
}
