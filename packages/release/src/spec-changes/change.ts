/** What a change means to who uses the API: `major` breaks them, `minor` gives them more, `patch` neither. */
export type Impact = 'major' | 'minor' | 'patch';

/** One difference between two documents, as `redocly diff --format json` tells it. */
export interface Change {
  /** JSON Pointer into the document with its references followed. */
  readonly path: string;
  /** What kind of object of OpenAPI it is, e.g. `Operation`, `Schema`. */
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Impact;
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
  /** What of the object was modified. */
  readonly property?: string;
  /** Where it is in each document, as that one is written. Absent where it is not. */
  readonly base?: { readonly pointer: string; readonly value?: unknown };
  readonly revision?: { readonly pointer: string; readonly value?: unknown };
}
