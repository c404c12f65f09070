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
  /** The first places of each, by what is less exact. */
  readonly openPlaces: Map<string, string[]>;
  /** What a person has to decide or to do. */
  readonly leftForYou: string[];
  /** What a person should know, with nothing to do. */
  readonly goodToKnow: string[];
}

export function noNotes(): Notes {
  return { leftOut: [], leftOpen: new Map(), openPlaces: new Map(), leftForYou: [], goodToKnow: [] };
}

/** Notes that begin with those of reading the document. */
export function continueNotes(notes: Notes = noNotes()): Notes {
  return {
    leftOut: [...notes.leftOut],
    leftOpen: new Map(notes.leftOpen),
    openPlaces: new Map(notes.openPlaces),
    leftForYou: [...notes.leftForYou],
    goodToKnow: [...notes.goodToKnow],
  };
}

/** How many places the report names. */
const mostPlaces = 3;

/**
 * Counts one more place where the spec is less exact.
 *
 * @param place Where it is: `Pet.owner` in a schema, or a JSON pointer.
 */
export function noteOpen({ leftOpen, openPlaces }: Notes, what: string, place?: string): void {
  leftOpen.set(what, (leftOpen.get(what) ?? 0) + 1);
  const places = openPlaces.get(what) ?? [];
  if (place && places.length < mostPlaces && !places.includes(place)) openPlaces.set(what, [...places, place]);
}

/** An operation cannot be in the spec. The message is the reason; the other operations are still written. */
export class UnsupportedOperation extends Error {
  override readonly name = 'UnsupportedOperation';
}

/** A vendor cannot be added. The message says what is wrong, where, and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
