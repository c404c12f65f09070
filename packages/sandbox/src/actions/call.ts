import type { Schema } from '../document/openapi.ts';
import type { Operation } from '../document/operations.ts';
import type { Identity } from '../http/credentials.ts';
import { Refusal } from '../http/reply.ts';
import { type Collection, collectionOf } from '../state/collection.ts';
import type { State } from '../state.ts';

/** The properties of an item, in the vendor's names. */
export type Properties = Record<string, unknown>;

/** Where an item comes from: a request, or a test that adds it. */
export interface Origin {
  readonly state: State;
  readonly path: Readonly<Properties>;
  readonly query: Readonly<Properties>;
  /** The values of the security schemes that name the caller. */
  readonly callers: Identity['callers'];
}

/** A request that was read and found valid. */
export interface Call extends Origin {
  readonly operation: Operation;
  readonly url: string;
  /** Headers for the response, which an action may set. */
  readonly headers: Record<string, string>;
  readonly body: unknown;
  /** The properties of the body, without the object around them, and their schema. */
  readonly input: Properties;
  readonly inputSchema: Schema;
  readonly isIdentified: boolean;
  /** The media type, the schema and the first example of the successful response. */
  readonly mediaType: string | undefined;
  readonly schema: Schema;
  readonly example: unknown;
}

/**
 * Refuses a request that names an item which is not there.
 *
 * @param values What the item would have, such as the parameters of the path.
 */
export function notFound(resource: string, values: Readonly<Properties>): Refusal {
  const named = Object.entries(values).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return new Refusal([404, 400], `There is no ${resource} with ${named.join(' and ')}.`);
}

/** The items of another resource. */
export function itemsOf({ state }: Origin, resource: string): Collection {
  return collectionOf(state.collections, resource);
}
