/** Random sequences of calls of a client against a sandbox and a plain model of the vendor. */
import { isDeepStrictEqual } from 'node:util';
import type { VendorData } from '@plumbline/sandbox';
import fc from 'fast-check';

/** One step of a sequence: it calls the client, and compares what comes with the model. */
export type Step<Session extends object> = fc.Arbitrary<fc.AsyncCommand<Session, object>>;

/** How many sequences are tried. With a seed they are the same each time. */
export interface CheckOptions {
  readonly runs: number;
  readonly seed?: number;
}

/** Compares the sandbox of a document with a model. Throws where they differ. */
export type ModelCheck = (data: VendorData, options: CheckOptions) => Promise<void>;

/** A step with random values. */
export function step<Session extends object, Value>(
  name: string,
  values: fc.Arbitrary<Value>,
  run: (session: Session, value: Value) => Promise<void>,
): Step<Session> {
  return values.map((value) => ({
    check: () => true,
    run: (session) => run(session as Session, value),
    toString: () => `${name} ${JSON.stringify(value)}`,
  }));
}

/** Makes a check of sequences of steps. Each sequence begins with a new session. At its end, what it left is compared. */
export function modelCheck<Session extends object>(
  start: (data: VendorData) => Session,
  steps: readonly Step<Session>[],
  maxCommands: number,
  end: (session: Session) => Promise<void> = async () => {},
): ModelCheck {
  return (data, { runs, seed }) => {
    const sequences = fc.asyncProperty(fc.commands([...steps], { maxCommands, size: 'max' }), async (commands) => {
      const session = start(data);
      await fc.asyncModelRun(() => ({ model: session, real: {} }), commands);
      await end(session);
    });
    // A mutant needs no smallest sequence.
    return fc.assert(sequences, { numRuns: runs, ...(seed !== undefined && { seed, endOnFailure: true }) });
  };
}

/** @throws {Error} If two values differ in what JSON can hold. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const [one, other] = [actual, expected].map((value) => JSON.stringify(value ?? null));
  if (isDeepStrictEqual(JSON.parse(one ?? ''), JSON.parse(other ?? ''))) return;
  throw new Error(`${what}: the sandbox has ${one}, the model ${other}.`);
}

/** The items of all pages, and the first page. */
export async function readPages<Page>(
  list: { pages(): AsyncIterable<Page> },
  itemsOf: (page: Page) => readonly unknown[] | undefined,
): Promise<{ readonly items: unknown[]; readonly first: Page | undefined }> {
  const items: unknown[] = [];
  let first: Page | undefined;
  for await (const page of list.pages()) {
    first ??= page;
    items.push(...(itemsOf(page) ?? []));
  }
  return { items, first };
}
