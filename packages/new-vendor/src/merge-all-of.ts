import { type Notes, noteOpen } from './notes.ts';
import { follow, type Node, type Source } from './source.ts';

const annotations = ['description', 'title', 'deprecated', 'nullable', 'example', 'examples', 'default', 'xml'];

/** A schema with what its `allOf` holds, as one. Where its parts differ, neither is kept. */
export function mergeAllOf(source: Source, schema: Node, notes: Notes, trail: ReadonlySet<unknown> = new Set()): Node {
  const { allOf, ...own } = schema;
  if (!Array.isArray(allOf) || allOf.length === 0) return withoutNullVariant(schema);
  const isBare = Object.keys(own).every((key) => annotations.includes(key) || key.startsWith('x-'));
  // A reference with words of its own.
  if (isBare && allOf.length === 1 && typeof allOf[0]?.$ref === 'string') return { ...own, $ref: allOf[0].$ref };
  let merged: Node = {};
  for (const part of [...allOf, own]) {
    const { $ref, ...beside } = Object(part);
    if ($ref !== undefined && trail.has($ref)) {
      noteOpen(notes, 'schemas that extend themselves');
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
      noteOpen(notes, `parts of an \`allOf\` that differ in \`${keyword}\``);
      delete result[keyword];
    }
  }
  return result;
}

/** `anyOf: [X, null]` and `type: [x, 'null']` are both X that may be null. */
function withoutNullVariant(schema: Node): Node {
  for (const union of ['anyOf', 'oneOf']) {
    const variants: unknown = schema[union];
    if (!Array.isArray(variants)) continue;
    const others = variants.filter((variant) => Object(variant).type !== 'null');
    if (others.length < variants.length) return { ...schema, [union]: others, nullable: true };
  }
  return schema;
}
