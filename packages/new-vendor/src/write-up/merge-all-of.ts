import { type Notes, noteOpen } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';

const annotations = ['description', 'title', 'deprecated', 'nullable', 'example', 'examples', 'default', 'xml'];

/** Merges a schema and its `allOf` into one schema. Drops keywords in which the parts differ. */
export function mergeAllOf(source: Source, schema: Node, notes: Notes, trail: ReadonlySet<unknown> = new Set()): Node {
  const { allOf, ...own } = schema;
  if (!Array.isArray(allOf) || allOf.length === 0) return withoutNullVariant(schema);
  const isBare = Object.keys(own).every((key) => annotations.includes(key) || key.startsWith('x-'));
  // A reference with its own description.
  if (isBare && allOf.length === 1 && typeof allOf[0]?.$ref === 'string') return { ...own, $ref: allOf[0].$ref };
  let merged: Node = {};
  for (const part of [...allOf, own]) {
    const { $ref, ...beside } = Object(part);
    if ($ref !== undefined && trail.has($ref)) {
      noteOpen(notes, 'schemas that extend themselves: the inner part is left out');
      continue;
    }
    const target = $ref === undefined ? part : { ...follow(source, part), ...beside };
    merged = merge(merged, mergeAllOf(source, target, notes, new Set([...trail, $ref])), notes);
  }
  return withoutNullVariant(merged);
}

function merge(one: Node, other: Node, notes: Notes): Node {
  const result: Node = { ...one };
  for (const [keyword, value] of Object.entries(other)) {
    const known = result[keyword];
    if (keyword === 'required') result.required = [...new Set([...(known ?? []), ...value])];
    else if (keyword === 'properties') result.properties = { ...known, ...value };
    else if (known === undefined || annotations.includes(keyword) || keyword.startsWith('x-')) result[keyword] = value;
    else if (keyword === 'additionalProperties') delete result[keyword];
    else if (JSON.stringify(known) !== JSON.stringify(value)) {
      noteOpen(notes, `parts of an \`allOf\` that differ in \`${keyword}\`: it is left out`);
      delete result[keyword];
    }
  }
  return result;
}

/** Writes `anyOf: [X, null]` as a nullable X, like `type: [x, 'null']`. */
function withoutNullVariant(schema: Node): Node {
  for (const union of ['anyOf', 'oneOf']) {
    const variants: unknown = schema[union];
    if (!Array.isArray(variants)) continue;
    const others = variants.filter((variant) => Object(variant).type !== 'null');
    if (others.length < variants.length) return { ...schema, [union]: others, nullable: true };
  }
  return schema;
}
