import { follow, type Place } from './follow.ts';
import type { Context } from './rule.ts';

export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  [keyword: string]: unknown;
};

const unions = ['allOf', 'anyOf', 'oneOf'];
const maps = ['properties', 'patternProperties', 'dependentSchemas'];
const lists = [...unions, 'prefixItems'];
const single = ['items', 'additionalProperties', 'contains', 'propertyNames', 'not', 'if', 'then', 'else'];

// `true` and `false` are schemas too, and say nothing that our rules ask about.
function entries(node: Schema, keyword: string): [string, Schema][] {
  const children = Object.entries((node[keyword] ?? {}) as Record<string, Schema | boolean | null>);
  return children.filter((entry): entry is [string, Schema] => entry[1] !== null && typeof entry[1] === 'object');
}

function* nested({ node, location }: Place<Schema>, keywords: string[]): Generator<Place<Schema>> {
  for (const keyword of keywords) {
    for (const [name, child] of entries(node, keyword)) {
      yield { node: child, location: location.child([keyword, name]) };
    }
  }
}

/** The schemas written directly inside a schema. */
export function* children(place: Place<Schema>): Generator<Place<Schema>> {
  yield* nested(place, [...maps, ...lists]);
  for (const keyword of single) {
    const child = place.node[keyword];
    if (child && typeof child === 'object') {
      yield { node: child as Schema, location: place.location.child([keyword]) };
    }
  }
}

/** Every schema that describes the same value: the schema, what it refers to, and the branches of its unions. */
export function* branches(
  place: Place<Schema>,
  resolve: Context['resolve'],
  seen: Set<string> = new Set(),
): Generator<Place<Schema>> {
  if (seen.has(place.location.absolutePointer)) return;
  seen.add(place.location.absolutePointer);
  yield place;
  const target = follow(place, resolve);
  if (target) yield* branches(target, resolve, seen);
  for (const branch of nested(place, unions)) yield* branches(branch, resolve, seen);
}

/** The properties of an object schema, from all its branches. */
export function* properties(place: Place<Schema>, resolve: Context['resolve']): Generator<[string, Place<Schema>]> {
  for (const { node, location } of branches(place, resolve)) {
    for (const [name, property] of entries(node, 'properties')) {
      yield [name, { node: property, location: location.child(['properties', name]) }];
    }
  }
}
