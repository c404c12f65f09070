/** What a change means for users of the API: `major` breaks them, `minor` adds something, `patch` does neither. */
export type Impact = 'major' | 'minor' | 'patch';

/** One difference between two documents, in the form of `redocly diff --format json`. */
export interface Change {
  /** JSON Pointer into the document, with references followed. */
  readonly path: string;
  /** The type of OpenAPI object, e.g. `Operation`, `Schema`. */
  readonly typeName: string;
  readonly kind: 'added' | 'removed' | 'modified';
  readonly impact: Impact;
  readonly verdicts: readonly { readonly ruleId: string; readonly message: string }[];
  /** The property that was modified. */
  readonly property?: string;
  /** Where it is in each document, with references not followed. Absent in a document that does not have it. */
  readonly base?: { readonly pointer: string; readonly value?: unknown };
  readonly revision?: { readonly pointer: string; readonly value?: unknown };
}
