import { pascalCase, untaken } from '../naming.ts';
import { type Notes, noteOpen } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { mergeAllOf } from './merge-all-of.ts';
import type { Direction } from './plain-schema.ts';
import { readPlain } from './plain-schema.ts';

/** Writes the schemas of a document by the rules for specs, and collects the components that they reference. */
export interface SchemaWriter {
  write(schema: unknown, direction: Direction): Node;
  /** The referenced schemas, by name. */
  readonly components: Readonly<Record<string, Node>>;
}

const component = '#/components/schemas/';

/**
 * A schema of the document becomes two when requests and responses use it: that of responses has no limits and open enums.
 * Nested unions become one, an `allOf` becomes one schema, and a recursive schema ends in one that accepts anything.
 *
 * @param read The components that responses reach. For requests they are named `…Input`.
 */
export function createSchemaWriter(source: Source, read: ReadonlySet<string>, notes: Notes): SchemaWriter {
  const components: Record<string, Node> = {};
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const underWay = new Set<string>();

  const nameOf = (reference: string, direction: Direction): string => {
    const key = `${direction} ${reference}`;
    const known = names.get(key);
    if (known) return known;
    const base = pascalCase(reference.slice(component.length));
    const wanted = direction === 'request' && read.has(reference) ? `${base.replace(/Input$/, '')}Input` : base;
    const name = untaken(wanted, (candidate) => taken.has(candidate));
    taken.add(name);
    names.set(key, name);
    return name;
  };

  const refer = (reference: string, direction: Direction): Node => {
    const key = `${direction} ${reference}`;
    if (underWay.has(key)) {
      noteOpen(notes, 'recursive schemas: the inner one accepts anything');
      return { description: `\`${reference.split('/').at(-1)}\` again, not described a second time.` };
    }
    if (!reference.startsWith(component)) {
      underWay.add(key);
      const inner = write(follow(source, { $ref: reference }), direction);
      underWay.delete(key);
      return inner;
    }
    const name = nameOf(reference, direction);
    if (!components[name]) {
      underWay.add(key);
      const written = write(follow(source, { $ref: reference }), direction);
      underWay.delete(key);
      components[name] = {
        ...written,
        'x-evidence': {
          level: 'unknown',
          source: `${source.name} §${reference.slice(2)}`,
          note: 'Converted without review.',
        },
      };
    }
    return { $ref: component + name };
  };

  const write = (given: unknown, direction: Direction): Node => {
    if (typeof given !== 'object' || given === null) return {};
    const schema = mergeAllOf(source, given as Node, notes);
    const { $ref, description, deprecated, nullable } = schema;
    const about = { ...(description && { description }), ...(deprecated === true && { deprecated }) };
    if (typeof $ref === 'string') {
      const referred = refer($ref, direction);
      return nullable ? { ...about, anyOf: [referred, { type: 'null' }] } : { ...referred, ...about };
    }
    const variants: unknown[] = schema.anyOf ?? schema.oneOf ?? [];
    const isUnion = variants.length > 0 && !['properties', 'items', 'enum', 'const'].some((key) => key in schema);
    if (variants.length > 0 && !isUnion) noteOpen(notes, 'unions beside properties: only the properties are kept');
    if (!isUnion) return readPlain(schema, direction, notes, (inner) => write(inner, direction));
    return { ...about, ...unionOf(variants, schema, direction) };
  };

  const unionOf = (variants: readonly unknown[], { type, nullable }: Node, direction: Direction): Node => {
    const written = variants.flatMap((variant) => {
      const one = write(type === undefined || Object(variant).$ref ? variant : { type, ...Object(variant) }, direction);
      return one.anyOf ?? [one];
    });
    if (nullable) written.push({ type: 'null' });
    const distinct = [...new Map(written.map((one) => [JSON.stringify(one), one])).values()];
    if (distinct.some((one) => Object.keys(one).length === 0)) return {};
    return distinct.length === 1 ? (distinct[0] ?? {}) : { anyOf: distinct };
  };

  return { write, components };
}

/** The components that responses reach. */
export function readComponents(source: Source, responses: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<object>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    const { $ref } = node as Node;
    if (typeof $ref === 'string') {
      if ($ref.startsWith(component)) found.add($ref);
      visit(follow(source, node));
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(responses);
  return found;
}
