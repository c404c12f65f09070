import { type Context, follow, type Located } from './rule.ts';

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

// `true` and `false` are schemas too, but our rules do not read them.
function entries(node: Schema, keyword: string): [string, Schema][] {
  const children = Object.entries((node[keyword] ?? {}) as Record<string, Schema | boolean | null>);
  return children.filter((entry): entry is [string, Schema] => entry[1] !== null && typeof entry[1] === 'object');
}

function* nested({ node, location }: Located<Schema>, keywords: string[]): Generator<Located<Schema>> {
  for (const keyword of keywords) {
    for (const [name, child] of entries(node, keyword)) {
      yield { node: child, location: location.child([keyword, name]) };
    }
  }
}

/** The schemas directly inside a schema. */
export function* children(schema: Located<Schema>): Generator<Located<Schema>> {
  yield* nested(schema, [...maps, ...lists]);
  for (const keyword of single) {
    const child = schema.node[keyword];
    if (child && typeof child === 'object') {
      yield { node: child as Schema, location: schema.location.child([keyword]) };
    }
  }
}

/** All schemas that describe the same value: the schema, the target of its `$ref`, and the branches of its unions. */
export function* branches(
  schema: Located<Schema>,
  resolve: Context['resolve'],
  seen: Set<string> = new Set(),
): Generator<Located<Schema>> {
  if (seen.has(schema.location.absolutePointer)) return;
  seen.add(schema.location.absolutePointer);
  yield schema;
  const target = follow(schema, resolve);
  if (target) yield* branches(target, resolve, seen);
  for (const branch of nested(schema, unions)) yield* branches(branch, resolve, seen);
}

/** The properties of an object schema, from all of its branches. */
export function* properties(
  schema: Located<Schema>,
  resolve: Context['resolve'],
): Generator<[string, Located<Schema>]> {
  for (const { node, location } of branches(schema, resolve)) {
    for (const [name, property] of entries(node, 'properties')) {
      yield [name, { node: property, location: location.child(['properties', name]) }];
    }
  }
}

/** The schemas at a path of property names in a value that has one of these schemas. `*` is each item of a list. */
export function propertiesAt(path: string, schemas: Located<Schema>[], resolve: Context['resolve']): Located<Schema>[] {
  return propertiesOn(path.split('/'), schemas, resolve);
}

/** The same for a list of property names. */
export function propertiesOn(
  names: readonly string[],
  schemas: Located<Schema>[],
  resolve: Context['resolve'],
): Located<Schema>[] {
  return names.reduce(
    (parents, name) =>
      parents.flatMap((parent) => {
        if (name === '*') return itemsOf(parent, resolve);
        return [...properties(parent, resolve)].flatMap(([found, property]) => (found === name ? property : []));
      }),
    schemas,
  );
}

function itemsOf(list: Located<Schema>, resolve: Context['resolve']): Located<Schema>[] {
  return [...branches(list, resolve)].flatMap(({ node, location }) =>
    node.items ? { node: node.items as Schema, location: location.child(['items']) } : [],
  );
}
