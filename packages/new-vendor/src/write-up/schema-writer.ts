import { type Notes, noteOpen } from '../notes.ts';
import { follow, isObject, type Node, type Source } from '../read/source.ts';
import { createComponents, createKeys, placeOf, readReferences } from './components.ts';
import { type Direction, isHidden } from './direction.ts';
import { keepExample } from './examples.ts';
import { isAnnotation, mergeAllOf, partsOf } from './merge-all-of.ts';
import { readPlain } from './plain-schema.ts';
import { withListedValues } from './schema-values.ts';
import { findTags } from './tags.ts';
import { createUnionWriter, describeRequired, openVariants, type Spot, type UnionContext } from './write-union.ts';

/** Writes the schemas of a document by the rules for specs, and collects the components that they reference. */
export interface SchemaWriter {
  write(schema: unknown, direction: Direction): Node;
  /** The referenced schemas, by name. */
  readonly components: Readonly<Record<string, Node>>;
}

const shapes = ['properties', 'patternProperties', 'required', 'items', 'prefixItems', 'enum', 'const'];

/**
 * A schema of the document becomes two when requests and responses use it: that of responses has no limits, and open enums and unions.
 * An `allOf` becomes one schema, and `oneOf` becomes `anyOf`.
 *
 * @param responses All responses. A schema that they reach is named `…Input` for requests.
 */
export function createSchemaWriter(source: Source, responses: unknown, notes: Notes): SchemaWriter {
  const tags = findTags(source);
  const components = createComponents(source, readReferences(source, responses, tags));
  /** How many merged schemas are being written, one within the other. */
  let merging = 0;
  const keyOf = createKeys();

  const refer = (reference: string, { direction }: Spot): Node =>
    components.refer(reference, direction, (place) => {
      const spot = { direction, place, above: [reference], tags: tags.values.get(reference) };
      const base = tags.bases.get(reference);
      if (!base) return write(follow(source, { $ref: reference }), spot);
      return writeBase(reference, base, spot);
    });

  /** A schema that others extend is one of those others. */
  const writeBase = (
    reference: string,
    { property, children }: { property: string; children: readonly string[] },
    spot: Spot,
  ): Node => {
    const { description, ...plain } = flatBase(follow(source, { $ref: reference }));
    const variants = children.map(($ref) => refer($ref, spot));
    const open = write(
      {
        ...plain,
        required: [plain.required ?? [], property].flat(),
        properties: {
          ...plain.properties,
          [property]: tags.isNumber(reference, property) ? plain.properties[property] : { type: 'string' },
        },
      },
      { ...spot, tags: undefined },
    );
    const all = spot.direction === 'response' ? [...variants, open] : variants;
    const union = all.length === 1 ? { ...all[0] } : { anyOf: all };
    return { ...(description && { description }), ...union };
  };
  const flatBase = (schema: Node): Node => {
    const { discriminator: _, ...plain } = mergeAllOf({ source, notes, place: '' }, schema);
    return plain;
  };

  const write = (given: unknown, spot: Spot): Node => {
    if (given === false) return { not: {} };
    if (!isObject(given)) return {};
    const parts = partsOf(given);
    const isMerged =
      parts.filter((part) => !isAnnotation(part)).length > 1 && parts.some(({ $ref }) => typeof $ref === 'string');
    if (!isMerged) return writeMerged(mergeAllOf({ source, notes, place: spot.place }, given), spot);
    const writeAt = (place: string): Node => {
      merging++;
      const written = writeMerged(mergeAllOf({ source, notes, place }, given), { ...spot, place });
      merging--;
      return written;
    };
    // What is merged within a merged schema is written once: it may be in many others, and even in itself.
    return merging === 0
      ? writeAt(spot.place)
      : components.refer(keyOf(parts), spot.direction, writeAt, spot.place || 'Merged');
  };

  const writeMerged = (merged: Node, spot: Spot): Node => {
    const { $ref, description, deprecated, nullable } = merged;
    const about = { ...(description && { description }), ...(deprecated === true && { deprecated }) };
    if (typeof $ref === 'string') {
      if (spot.above.includes($ref) || typeof follow(source, merged).$ref === 'string') {
        noteOpen(notes, 'schemas that are only themselves: anything is accepted', spot.place);
        return about;
      }
      const referred = refer($ref, spot);
      return nullable || (merged.type ?? []).includes?.('null')
        ? { ...about, anyOf: [referred, { type: 'null' }] }
        : { ...referred, ...about };
    }
    const schema = withListedValues(withTags(merged, spot));
    const unions = [schema, ...(schema.allOf ?? [])].flatMap((one: Node) =>
      [one.oneOf, one.anyOf].filter((list) => Array.isArray(list) && list.length > 0),
    );
    const hasShape = shapes.some((keyword) => keyword in schema) || isObject(schema.additionalProperties);
    if (unions.length === 0) return writePlain(schema, spot);
    if (unions.length === 1 && !hasShape) return { ...about, ...writeUnion(unions[0], schema, spot) };
    if (schema.enum || schema.const !== undefined || schema.items || schema.prefixItems) {
      noteOpen(notes, 'unions beside values or items: the union is left out', spot.place);
      return writePlain(schema, spot);
    }
    return writeBeside(unions, schema, spot);
  };

  /** Writes an object that has properties of its own and those of a variant. */
  const writeBeside = (unions: readonly unknown[][], schema: Node, spot: Spot): Node => {
    const { additionalProperties: more, nullable, ...own } = schema;
    const types = [schema.type ?? []].flat();
    const mayBeNull = nullable === true || types.includes('null');
    const isShape = shapes.some((keyword) => keyword in own) || isObject(more);
    const plain = isShape
      ? writePlain(
          { ...withoutTags(own, unions), type: 'object', ...(more !== false && { additionalProperties: more }) },
          spot,
        )
      : {};
    const hasOthers = isShape || unions.length > 1;
    const written = unions
      .map((variants) => (hasOthers ? openVariants(source, describeRequired(variants, schema)) : variants))
      .map((variants) => writeUnion(variants, { type: 'object' }, spot))
      .filter((one) => Object.keys(one).length > 0);
    const [only] = written;
    const object =
      written.length === 1 && only?.anyOf && Object.keys(only).length === 1
        ? { ...plain, ...only }
        : { ...plain, ...(written.length > 0 && { allOf: written }) };
    return mayBeNull ? { anyOf: [object, { type: 'null' }] } : object;
  };

  /** The variants have the property that tells them apart, more exactly. */
  const withoutTags = (schema: Node, unions: readonly unknown[][]): Node => {
    const found = unions.map((variants) => tags.unions.get(variants.find(isObject)));
    const rest = Object.entries(Object(schema.properties)).filter(([name]) => !found.includes(name));
    const required = [schema.required ?? []].flat().filter((name) => !found.includes(name));
    return { ...schema, properties: Object.fromEntries(rest), required };
  };

  const withTags = (schema: Node, { tags: found }: Spot): Node => {
    if (!found) return schema;
    const properties = { ...schema.properties };
    for (const [name, values] of found) {
      const known = Object.hasOwn(properties, name)
        ? mergeAllOf({ source, notes, place: '' }, Object(properties[name]))
        : {};
      const about = known.$ref ? {} : { description: known.description, title: known.title };
      properties[name] = { ...about, enum: [...values], 'x-tag': true };
    }
    return { ...schema, properties, required: [...new Set([schema.required ?? [], ...found.keys()].flat())] };
  };

  const writePlain = (schema: Node, spot: Spot): Node => {
    const written = readPlain(schema, {
      ...spot,
      notes,
      isTag: schema['x-tag'] === true,
      write: (inner, place) =>
        write(inner, { direction: spot.direction, place, above: [], tags: tags.values.get(inner) }),
      isHidden: (property) => isHidden(source, property, spot.direction),
    });
    const [example] = [schema.examples ?? [], schema.example ?? []].flat();
    if (example === undefined || written.type === 'object' || JSON.stringify(written).includes('"$ref"'))
      return written;
    const kept = keepExample({ notes }, written, example, spot.place);
    return kept === undefined ? written : { ...written, examples: [kept] };
  };

  const referUnion: UnionContext['refer'] = (key, spot, writeAt) =>
    components.refer(key, spot.direction, (place) => writeAt({ ...spot, place }), spot.place || 'Union');
  const writeUnion = createUnionWriter({ source, tags, keyOf, refer: referUnion, write, writePlain });

  return {
    write: (schema, direction) => {
      const place = placeOf(source, schema);
      const written = write(schema, { direction, place, above: [], tags: tags.values.get(schema) });
      components.writeAll();
      return written;
    },
    components: components.written,
  };
}
