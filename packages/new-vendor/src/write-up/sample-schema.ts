import { isObject, keysIn, type Node } from '../read/source.ts';

type Components = Readonly<Record<string, Node>>;

/** The most values that a sample shows. Beyond that it has required properties only. */
const mostNodes = 200;

/** There is no value, since the schema requires another value of its own kind. */
const none: unique symbol = Symbol('none');

const texts: Readonly<Record<string, string>> = {
  date: '2019-08-24',
  'date-time': '2019-08-24T14:15:22Z',
  uuid: '095be615-a8ad-4c33-8e9c-c7612fbf6c9f',
  uri: 'http://example.com',
};
/** Names that JSON Schema tools take for keywords, also in a value. */
export const reserved: readonly string[] = ['$ref', '$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '__proto__'];

/** A value of a written schema; undefined if there is none. A schema does not show itself within itself. */
export function sampleSchema(schema: Node, components: Components, chosen: number): unknown {
  const value = createSampler(components, chosen).sample(schema);
  return value === none ? undefined : value;
}

/**
 * Changes schemas that require a value of their own kind within themselves, so that they have a value: the inner one becomes optional.
 */
export function relaxSchema(schema: Node, components: Components, onRelax: (property: string) => void): void {
  createSampler(components, 0, onRelax).sample(schema);
}

/** The variants that a union shows: no null, and nothing that only keeps it open. */
export function shownVariants(variants: readonly Node[]): Node[] {
  const isOpen = (variant: Node) =>
    !variant.enum &&
    variants.some((other) => other.enum && (other.type === variant.type || !other.type) && variant.type);
  const shown = variants.filter((one) => one.type !== 'null' && !isOpen(one));
  const isUnlisted = ({ required = [], properties, additionalProperties, $ref }: Node) =>
    !$ref && additionalProperties === true && required.length > 0 && Object.keys(properties ?? {}).length > 0;
  return shown.length > 1 && isUnlisted(shown.at(-1) ?? {}) ? shown.slice(0, -1) : shown;
}

function createSampler(components: Components, chosen: number, onRelax?: (property: string) => void) {
  let nodes = 0;
  const path = new Set<string>();
  /** The unions that the value is in. */
  const unions = new Set<string>();

  /** Whether a schema is a union that the value is in: each variant would show all the others, in any order. */
  const isShown = ({ $ref, anyOf }: Node): boolean =>
    $ref ? isShown(targetOf($ref)) : Array.isArray(anyOf) && unions.has(unionKey(anyOf));
  const targetOf = (reference: string): Node => components[keysIn(reference).at(-1) ?? ''] ?? {};

  const sample = (schema: Node): unknown => {
    nodes++;
    const { $ref, ...beside } = schema;
    if (typeof $ref === 'string') {
      if (path.has($ref)) return none;
      path.add($ref);
      const target = targetOf($ref);
      const value = sample(Object.keys(beside).length > 0 && !onRelax ? { ...target, ...beside } : target);
      path.delete($ref);
      return value;
    }
    const [given] = schema.examples ?? [];
    if (given !== undefined) return given;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    const parts: unknown[] = [...(schema.allOf ?? []).map(sample)];
    if (schema.anyOf) parts.push(sampleUnion(schema.anyOf));
    const isEmpty = parts.length > 0 && schema.type === undefined && !schema.properties;
    // The other parts are more exact about a property that both have.
    if (!isEmpty) parts.unshift(sampleType(schema));
    if (parts.includes(none)) return none;
    return parts.length === 1 ? parts[0] : mergeParts(parts);
  };

  const sampleUnion = (variants: readonly Node[]): unknown => {
    const shown = shownVariants(variants);
    const first = Math.min(chosen, shown.length - 1);
    const order = [...shown.slice(first), ...shown.slice(0, Math.max(first, 0))];
    const key = unionKey(variants);
    const isOuter = !unions.has(key);
    unions.add(key);
    const value = order.reduce<unknown>((found, variant) => (found === none ? sample(variant) : found), none);
    if (isOuter) unions.delete(key);
    return value === none && variants.some(({ type }) => type === 'null') ? null : value;
  };

  const sampleType = (schema: Node): unknown => {
    const [type] = [schema.type ?? (schema.properties ? 'object' : undefined)].flat();
    if (type === 'object') return sampleObject(schema);
    if (type === 'array') return sampleArray(schema);
    if (type === 'string') return sampleText(schema);
    if (type === 'boolean') return true;
    if (type === 'integer' || type === 'number') {
      const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = schema;
      return Math.min(Math.max(0, minimum), maximum);
    }
    return null;
  };

  const sampleObject = (schema: Node): unknown => {
    const { properties = {}, required = [], additionalProperties } = schema;
    const entries: [string, unknown][] = [];
    // What is required comes first, so that the bound leaves out what is optional.
    const names = Object.keys(properties).sort(
      (one, other) => Number(required.includes(other)) - Number(required.includes(one)),
    );
    const values = new Map<string, unknown>();
    for (const name of names) {
      const isRequired = required.includes(name);
      if (!isRequired && (nodes >= mostNodes || reserved.includes(name) || isShown(properties[name]))) continue;
      const value = 'not' in properties[name] ? none : sample(properties[name]);
      if (value === none && isRequired) {
        if (!onRelax) return none;
        schema.required = schema.required.filter((one: string) => one !== name);
        if (schema.required.length === 0) delete schema.required;
        onRelax(name);
      }
      if (value !== none) values.set(name, value);
    }
    for (const name of Object.keys(properties)) if (values.has(name)) entries.push([name, values.get(name)]);
    if (names.length === 0 && typeof additionalProperties === 'object') {
      const value = sample(additionalProperties);
      if (value !== none) entries.push(['key', value]);
    }
    return Object.fromEntries(entries);
  };

  const sampleArray = ({ items, prefixItems, minItems = 0 }: Node): unknown => {
    if (prefixItems) {
      const heads = prefixItems.map(sample);
      return heads.includes(none) ? none : heads;
    }
    if (!items) return Array.from({ length: minItems }, () => null);
    if (minItems === 0 && (nodes >= mostNodes || isShown(items))) return [];
    const item = sample(items);
    if (item === none) return minItems > 0 ? none : [];
    return Array.from({ length: Math.max(1, minItems) }, () => item);
  };

  return { sample };
}

/** The variants of a union that have a name, as text. */
function unionKey(variants: readonly Node[]): string {
  return variants.map(({ $ref, ...inner }) => $ref ?? JSON.stringify(inner)).join(' ');
}

/** One object of several. A null is from a part that says nothing of its property. */
function mergeParts(parts: readonly unknown[]): Node {
  const merged = new Map<string, unknown>();
  for (const [name, value] of parts.flatMap((part) => Object.entries(isObject(part) ? part : {}))) {
    const known = merged.get(name);
    if (isObject(known) && isObject(value)) merged.set(name, mergeParts([known, value]));
    else if (value !== null || !merged.has(name)) merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

function sampleText({ format, minLength = 0, maxLength }: Node): string {
  const text = texts[format ?? ''] ?? 'string';
  return format
    ? text
    : text
        .repeat(Math.max(1, Math.ceil(minLength / text.length)))
        .slice(0, Math.max(minLength, Math.min(text.length, maxLength ?? text.length)));
}
