import { noNotes } from '../notes.ts';
import { isObject, type Node, type Source } from '../read/source.ts';
import { flatten } from './merge-all-of.ts';

/** A constant that tells a variant from the others. */
type Tag = string | number;

/** The properties that tell the variants of a document's unions apart. */
export interface Tags {
  /** The property that tells the variants of a union apart, by the first of its variants. */
  readonly unions: ReadonlyMap<unknown, string>;
  /** The values of such properties, by variant: its reference, or the variant itself. */
  readonly values: ReadonlyMap<unknown, ReadonlyMap<string, ReadonlySet<Tag>>>;
  /** The schemas that others extend, with their discriminator and the references to those others. */
  readonly bases: ReadonlyMap<string, { readonly property: string; readonly children: readonly string[] }>;
  /** Merges a schema into one without references at its top. */
  readonly flatten: (schema: Node) => Node;
  /** Whether a property of a schema is a number. */
  readonly isNumber: (reference: string, property: string) => boolean;
}

const component = '#/components/schemas/';

/** Finds the discriminators of a document: the declared ones, and properties that have other constants in each variant. */
export function findTags(source: Source): Tags {
  const unions = new Map<unknown, string>();
  const values = new Map<unknown, Map<string, Set<Tag>>>();
  const schemas: Readonly<Record<string, Node>> = Object(source.document.components?.schemas);
  const flat = createFlattener(source);

  const add = (variant: unknown, property: string, ...found: readonly Tag[]): void => {
    const byProperty = values.get(variant) ?? new Map<string, Set<Tag>>();
    values.set(variant, byProperty.set(property, new Set([...(byProperty.get(property) ?? []), ...found])));
  };

  const readUnion = (variants: readonly unknown[], discriminator: Node | undefined): void => {
    const objects = variants.filter((one): one is Node => isObject(one) && one.type !== 'null');
    const [first] = objects;
    if (objects.length < 2 || !first) return;
    const property = discriminator?.propertyName;
    if (typeof property === 'string') {
      // An unlisted number has no type that a comparison would narrow by.
      if (!isCounted(source, flat(first), property)) unions.set(first, property);
      const mapping = mappingOf(Object(discriminator), schemas);
      for (const variant of objects) {
        const { $ref } = variant;
        const own = constantsOf(source, flat(variant), property);
        const isNumber = own.some((value) => typeof value === 'number');
        const mapped = isNumber ? [] : mappedTo($ref, mapping, isCounted(source, flat(variant), property));
        const name = typeof $ref === 'string' && $ref.startsWith(component) ? [$ref.slice(component.length)] : [];
        const isNested =
          (flat(variant).oneOf ?? flat(variant).anyOf) && flat(variant).discriminator?.propertyName === property;
        if (isNested) continue;
        add($ref ?? variant, property, ...firstOf(mapped, own, name));
      }
      return;
    }
    const implied = impliedTag(source, objects.map(flat));
    if (implied === undefined) return;
    if (constantsOf(source, flat(first), implied).every((one) => typeof one === 'string')) unions.set(first, implied);
    for (const variant of objects)
      add(variant.$ref ?? variant, implied, ...constantsOf(source, flat(variant), implied));
  };

  visitSchemas(source.document, (node) => {
    for (const union of ['oneOf', 'anyOf']) {
      if (Array.isArray(node[union]))
        readUnion(node[union], isObject(node.discriminator) ? node.discriminator : undefined);
    }
  });
  const bases = findBases(schemas);
  for (const { property, children, mapping } of bases.values()) {
    for (const child of children) {
      const mapped = mappedTo(child, mapping, isCounted(source, flat({ $ref: child }), property));
      const own = constantsOf(source, flat({ $ref: child }), property);
      add(child, property, ...firstOf(mapped, own.length === 1 ? own : [], [child.slice(component.length)]));
    }
  }
  const isNumber = (reference: string, property: string) => isCounted(source, flat({ $ref: reference }), property);
  return { unions, values, bases, flatten: flat, isNumber };
}

function firstOf(...lists: readonly (readonly Tag[])[]): readonly Tag[] {
  return lists.find((list) => list.length > 0) ?? [];
}

/** Schemas without references at their top, each made once. */
function createFlattener(source: Source): (schema: Node) => Node {
  const made = new Map<unknown, Node>();
  return (schema) => {
    const key = schema.$ref ?? schema;
    const flat = made.get(key) ?? flatten({ source, notes: noNotes(), place: '' }, schema, new Set());
    made.set(key, flat);
    return flat;
  };
}

/** The references that a discriminator names, by value. */
function mappingOf({ mapping }: Node, schemas: Readonly<Record<string, Node>>): ReadonlyMap<string, string> {
  const entries = Object.entries(Object(mapping)).map(([value, target]): [string, string] => {
    const name = String(target);
    return [value, Object.hasOwn(schemas, name) ? component + name : name];
  });
  return new Map(entries);
}

/** The values that a mapping has for a reference. Its keys are texts, also where the property has numbers. */
function mappedTo(reference: unknown, mapping: ReadonlyMap<string, string>, areNumbers: boolean): Tag[] {
  const found = [...mapping].flatMap(([value, target]) => (target === reference ? value : []));
  return areNumbers ? found.map(Number).filter(Number.isFinite) : found;
}

/** Whether a property of a schema is a number. */
function isCounted(source: Source, schema: Node, name: string): boolean {
  const types = [propertyOf(source, schema, name).type].flat();
  return types.some((type) => type === 'integer' || type === 'number') && !types.includes('string');
}

function propertyOf(source: Source, { properties }: Node, name: string): Node {
  if (!Object.hasOwn(Object(properties), name)) return {};
  return Object(flatten({ source, notes: noNotes(), place: '' }, Object(properties[name]), new Set()));
}

/** The values that a property of a schema is limited to; none if it may be any. */
function constantsOf(source: Source, schema: Node, name: string): Tag[] {
  const property = propertyOf(source, schema, name);
  const found: unknown[] = property.const === undefined ? (property.enum ?? []) : [property.const];
  const isTag = (one: unknown) => typeof one === 'string' || typeof one === 'number';
  return Array.isArray(found) && found.every(isTag) ? (found as Tag[]) : [];
}

/** The first property that every variant limits to values that no other variant has. */
function impliedTag(source: Source, variants: readonly Node[]): string | undefined {
  return Object.keys(Object(variants[0]?.properties)).find((name) => {
    const lists = variants.map((variant) => constantsOf(source, variant, name));
    const all = lists.flat();
    return lists.every((list) => list.length > 0) && new Set(all).size === all.length;
  });
}

/** The schemas with a discriminator and no union, which other schemas extend by `allOf`. */
function findBases(schemas: Readonly<Record<string, Node>>) {
  const extending = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    for (const { $ref } of [schema?.allOf ?? []].flat().map(Object)) {
      if (typeof $ref === 'string') extending.set($ref, [...(extending.get($ref) ?? []), component + name]);
    }
  }
  const bases = new Map<string, { property: string; children: string[]; mapping: ReadonlyMap<string, string> }>();
  for (const [name, schema] of Object.entries(schemas)) {
    const { discriminator, oneOf, anyOf } = Object(schema);
    if (typeof discriminator?.propertyName !== 'string' || oneOf || anyOf) continue;
    const base = component + name;
    const mapping = mappingOf(discriminator, schemas);
    const children = new Set<string>();
    const seen = new Set([base]);
    const visit = (parent: string): void => {
      for (const child of extending.get(parent) ?? []) {
        if (seen.has(child)) continue;
        seen.add(child);
        const inner = Object(schemas[child.slice(component.length)]).discriminator?.propertyName;
        if (inner !== discriminator.propertyName || !extending.has(child)) children.add(child);
        // What extends a base of another property has that one.
        if (inner === undefined || inner === discriminator.propertyName) visit(child);
      }
    };
    visit(base);
    for (const target of mapping.values()) if (!seen.has(target) && isKnown(target, schemas)) children.add(target);
    if (children.size > 0) bases.set(base, { property: discriminator.propertyName, children: [...children], mapping });
  }
  return bases;
}

function isKnown(reference: string, schemas: Readonly<Record<string, Node>>): boolean {
  return reference.startsWith(component) && Object.hasOwn(schemas, reference.slice(component.length));
}

/** Visits each object of a document once. */
function visitSchemas(document: Node, see: (node: Node) => void): void {
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    if (!Array.isArray(node)) see(node as Node);
    for (const child of Object.values(node)) visit(child);
  };
  visit(document);
}
