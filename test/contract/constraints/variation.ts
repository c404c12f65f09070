import type { JsonSchema } from './json-schema.ts';

/** How values are written where they stand: with types, or as text alone, as in a query, a path, a header or a form. */
export type Medium = 'json' | 'text';

/** A valid instance with one place changed, so that it is just inside a constraint of its schema or just outside. */
export interface Variation {
  /** The place that was changed, e.g. `notification.recipients[0].email`; empty for all of it. */
  readonly path: string;
  /** What is special there, as in "is missing", "has 256 characters". */
  readonly change: string;
  /** The keyword of the schema that speaks of it. */
  readonly keyword: string;
  /** The whole instance. */
  readonly value: unknown;
  /** Whether the schema accepts it. */
  readonly valid: boolean;
}

/** Varies a value of a schema, as `variationsOf` does. */
export type Vary = (schema: JsonSchema, base: unknown, medium?: Medium) => Iterable<Variation>;

/** What is done to the value at a place itself, before it is known where that is. */
export type Change = Omit<Variation, 'path'>;

/** A change that the schema accepts. */
export function inside(keyword: string, change: string, value: unknown): Change {
  return { keyword, change, value, valid: true };
}

/** A change that the schema refuses. */
export function outside(keyword: string, change: string, value: unknown): Change {
  return { keyword, change, value, valid: false };
}
