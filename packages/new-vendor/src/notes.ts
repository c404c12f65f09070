/** An operation that the spec leaves out, and why. */
export interface LeftOut {
  readonly method: string;
  readonly path: string;
  readonly reason: string;
}

/** What became of a document on the way to a spec: what is left out, and what the spec says less exactly. */
export interface Notes {
  readonly leftOut: LeftOut[];
  /** What is said less exactly, and in how many places. */
  readonly leftOpen: Map<string, number>;
  /** What a person has to decide. */
  readonly leftForYou: string[];
}

export function noNotes(): Notes {
  return { leftOut: [], leftOpen: new Map(), leftForYou: [] };
}

/** Notes that something is said less exactly in one more place. */
export function noteOpen({ leftOpen }: Notes, what: string): void {
  leftOpen.set(what, (leftOpen.get(what) ?? 0) + 1);
}

/** An operation cannot be taken. It ends what is made of that operation, and of no other. */
export class CannotTake extends Error {
  override readonly name = 'CannotTake';
}
