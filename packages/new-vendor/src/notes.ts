/** An operation that the spec leaves out, and why. */
export interface LeftOut {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
}

/** What a spec says less of than its document: operations left out, and parts that are less exact. */
export interface Notes {
  readonly leftOut: LeftOut[];
  /** What is less exact, and in how many places. */
  readonly leftOpen: Map<string, number>;
  /** What a person has to decide. */
  readonly leftForYou: string[];
}

export function noNotes(): Notes {
  return { leftOut: [], leftOpen: new Map(), leftForYou: [] };
}

/** Counts one more place where the spec is less exact. */
export function noteOpen({ leftOpen }: Notes, what: string): void {
  leftOpen.set(what, (leftOpen.get(what) ?? 0) + 1);
}

/** An operation cannot be in the spec. The message is the reason; the other operations are still written. */
export class UnsupportedOperation extends Error {
  override readonly name = 'UnsupportedOperation';
}

/** A vendor cannot be added. The message says what is wrong, where, and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
