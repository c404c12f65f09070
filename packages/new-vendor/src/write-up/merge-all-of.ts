import { type Notes, noteOpen } from '../notes.ts';
import { follow, isObject, type Node, type Source } from '../read/source.ts';

const annotations = [
  ...['description', 'title', 'deprecated', 'nullable', 'readOnly', 'writeOnly', 'example', 'examples', 'default'],
  ...['xml', 'externalDocs', '$comment', '$id', '$schema', '$anchor', '$defs'],
];
const lowest = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const highest = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
/** What two parts say of the same value, each in its own schema. */
const nested = ['items', 'not', 'contains', 'propertyNames'];
const unions = ['oneOf', 'anyOf'];

/** What merging needs. */
export interface MergeContext {
  readonly source: Source;
  readonly notes: Notes;
  /** Where the schema stands, for notes. */
  readonly place: string;
}

/**
 * Merges a schema, its `allOf` and what stands beside its `$ref` into one schema. A reference with nothing but annotations stays one.
 * An `allOf` remains only where two parts are unions: it has one union for each.
 */
export function mergeAllOf(context: MergeContext, schema: Node): Node {
  const parts = partsOf(schema);
  const [only, ...others] = parts.filter((part) => !isAnnotation(part));
  const about = Object.assign({}, ...parts.filter(isAnnotation));
  if (typeof only?.$ref === 'string' && others.length === 0) return { ...about, ...only };
  return withoutNull(flatten(context, schema, new Set()));
}

const knownParts = new WeakMap<Node, Node[]>();

/** A schema and its `allOf` as a list, without nested lists and without the same reference twice. A schema always has the same parts. */
export function partsOf(schema: Node): readonly Node[] {
  const parts = knownParts.get(schema) ?? splitParts(schema);
  knownParts.set(schema, parts);
  return parts;
}

function splitParts(schema: Node): Node[] {
  const { allOf, $ref, ...own } = schema;
  const list: Node[] = [...(Array.isArray(allOf) ? allOf : [])].filter(isObject).flatMap(partsOf);
  if (typeof $ref === 'string') list.unshift({ $ref });
  if (Object.keys(own).length > 0) list.push(list.length === 0 ? schema : own);
  return list.filter(({ $ref: one }, index) => !one || list.findIndex((other) => other.$ref === one) === index);
}

/** Whether a part says nothing about which values are valid. */
export function isAnnotation(part: Node): boolean {
  return Object.keys(part).every((key) => annotations.includes(key) || key.startsWith('x-'));
}

/** One schema without references at its top. */
export function flatten(context: MergeContext, schema: Node, trail: ReadonlySet<string>): Node {
  let merged: Node = {};
  for (const part of partsOf(schema)) {
    const { $ref } = part;
    if (typeof $ref !== 'string') {
      merged = merge(merged, part, context);
    } else if (trail.has($ref)) {
      noteOpen(context.notes, 'schemas that extend themselves: the inner part is left out', context.place);
    } else {
      const target = flatten(context, Object(follow(context.source, part)), new Set([...trail, $ref]));
      // The discriminator of a base tells its children apart: it says nothing of one child.
      if (listsChildren(context.source, $ref, target)) for (const union of unions) delete target[union];
      if (!unions.some((union) => union in target)) delete target.discriminator;
      merged = merge(merged, target, context);
    }
  }
  return merged;
}

/** Whether a schema is a union of those that extend it. */
function listsChildren(source: Source, reference: string, { oneOf, anyOf }: Node): boolean {
  const variants = [oneOf ?? [], anyOf ?? []].flat().filter(isObject);
  return variants.some((one) => {
    const parts = partsOf(Object(typeof one.$ref === 'string' ? follow(source, one) : one));
    return parts.length > 1 && parts.some(({ $ref }) => $ref === reference);
  });
}

function merge(one: Node, other: Node, context: MergeContext): Node {
  const result: Node = { ...one };
  for (const [keyword, value] of Object.entries(other)) {
    const known = result[keyword];
    if (value === undefined) continue;
    else if (known === undefined) result[keyword] = value;
    else if (JSON.stringify(known) === JSON.stringify(value)) continue;
    else if (['nullable', 'readOnly', 'writeOnly', 'deprecated'].includes(keyword)) result[keyword] = known || value;
    else if (annotations.includes(keyword) || keyword.startsWith('x-')) result[keyword] = value;
    else if (keyword === 'required') result.required = [...new Set([known, value].flat())];
    else if (keyword === 'properties' || keyword === 'patternProperties')
      result[keyword] = mergeMaps(known as Node, value as Node);
    else if (lowest.includes(keyword)) result[keyword] = Math.min(Number(known), Number(value));
    else if (highest.includes(keyword)) result[keyword] = Math.max(Number(known), Number(value));
    else if (nested.includes(keyword)) result[keyword] = both(known, value);
    else if (unions.includes(keyword)) {
      const { discriminator } = other;
      result.allOf = [...(result.allOf ?? []), { [keyword]: value, ...(discriminator && { discriminator }) }];
    } else if (keyword === 'allOf') result.allOf = [...known, ...value];
    else if (keyword === 'discriminator') continue;
    else if (keyword === 'additionalProperties') mergeAdditional(result, value);
    else mergeValues(result, keyword, value, context);
  }
  return result;
}

function mergeMaps(one: Node, other: Node): Node {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const of = (map: Node, name: string) => (Object.hasOwn(map, name) ? map[name] : undefined);
  return Object.fromEntries(names.map((name) => [name, both(of(one, name), of(other, name))]));
}

/** A schema for what two schemas both accept. */
function both(one: unknown, other: unknown): unknown {
  if (one === undefined || one === true) return other;
  if (other === undefined || other === true || one === false) return one;
  if (other === false || JSON.stringify(one) === JSON.stringify(other)) return other;
  return { allOf: [one, other] };
}

/** In practice, `false` closes a part and not the whole. */
function mergeAdditional(result: Node, value: unknown): void {
  const known = result.additionalProperties;
  if (known === false || value === false) delete result.additionalProperties;
  else result.additionalProperties = both(known, value);
}

/** What two parts list: the whole accepts what is in both lists. */
function mergeValues(result: Node, keyword: string, value: unknown, { notes, place }: MergeContext): void {
  const known = [result[keyword]].flat();
  const given = [value].flat();
  const isNumber = keyword === 'type' && known.includes('number') && given.includes('integer');
  const common = known.filter(
    (one) => given.includes(one) || (keyword === 'type' && one === 'integer' && given.includes('number')),
  );
  if (isNumber && !common.includes('integer')) common.push('integer');
  const isList = ['type', 'enum'].includes(keyword);
  if (isList && common.length > 0) result[keyword] = keyword === 'type' && common.length === 1 ? common[0] : common;
  else noteOpen(notes, `parts of an \`allOf\` that differ in \`${keyword}\`: the first counts`, place);
}

/** Writes `anyOf: [X, null]` as a nullable X, like `type: [x, 'null']`. */
function withoutNull(schema: Node): Node {
  for (const union of unions) {
    const variants: unknown = schema[union];
    if (!Array.isArray(variants)) continue;
    const others = variants.filter((variant) => Object(variant).type !== 'null');
    if (others.length < variants.length) return { ...schema, [union]: others, nullable: true };
  }
  return schema;
}
