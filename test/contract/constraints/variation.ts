import type { JsonSchema } from './json-schema.ts';

/** How values are serialized: `json` keeps types; `text`, in a query, a path or a form, does not; `header` is text in ASCII. */
export type Medium = 'json' | 'text' | 'header';

/** A valid instance with one changed place, just inside a constraint of its schema or just outside. */
export interface Variation {
  /** The changed place, such as `notification.recipients[0].email`; empty for the root. */
  readonly path: string;
  /** The predicate of a sentence about the place, such as `has 256 characters`. */
  readonly change: string;
  /** The keyword of the constraint. */
  readonly keyword: string;
  /** The whole instance. */
  readonly value: unknown;
  /** Whether the schema accepts it. */
  readonly valid: boolean;
}

/** Varies a value of a schema, as `variationsOf` does. */
export type Vary = (schema: JsonSchema, base: unknown, medium?: Medium) => Iterable<Variation>;

/** A variation of a value before its path is known. */
export type Change = Omit<Variation, 'path'>;

/** A change that the schema accepts. */
export function inside(keyword: string, change: string, value: unknown): Change {
  return { keyword, change, value, valid: true };
}

/** A change that the schema refuses. */
export function outside(keyword: string, change: string, value: unknown): Change {
  return { keyword, change, value, valid: false };
}
