import { notReviewed } from '@plumbline/spec-tools/document/document';
import { pascalCase, untaken } from '../naming.ts';
import { follow, keysIn, type Node, type Source } from '../read/source.ts';
import type { Direction } from './direction.ts';
import type { Tags } from './tags.ts';

/** The component schemas of a spec, each written at its first reference. */
export interface Components {
  /**
   * Refers to a schema of the document.
   *
   * @param reference Its reference, or another text that only it has.
   * @param place Where it is, if its reference does not say so. Its name comes from there.
   */
  refer(reference: string, direction: Direction, write: (place: string) => Node, place?: string): Node;
  /** Writes the components that were referred to. */
  writeAll(): void;
  readonly written: Readonly<Record<string, Node>>;
}

const component = '#/components/schemas/';
/** Parts of a reference that say nothing of what it refers to. */
const structure = ['properties', 'items', '$defs', 'definitions', 'schema', 'content', 'components', 'schemas'];

/** @param read The references of schemas that responses reach. For requests they are named `…Input`. */
export function createComponents({ name: source }: Source, read: ReadonlySet<string>): Components {
  const written: Record<string, Node> = {};
  const names = new Map<string, string>();
  // The spec has one more, for failures that the document does not declare.
  const taken = new Set(['unknownfailure']);

  const nameOf = (reference: string, direction: Direction, place = ''): string => {
    const key = `${direction} ${reference}`;
    const known = names.get(key);
    if (known) return known;
    const base = place ? placeName(place) : baseNameOf(reference);
    const wanted = direction === 'request' && read.has(reference) ? `${base.replace(/Input$/, '')}Input` : base;
    const name = untaken(wanted, (candidate) => taken.has(candidate.toLowerCase()));
    taken.add(name.toLowerCase());
    names.set(key, name);
    return name;
  };

  /** Components are written one after the other: the stack does not grow with a chain of references. */
  const waiting: (() => void)[] = [];

  return {
    refer(reference, direction, write, place) {
      const isKnown = names.has(`${direction} ${reference}`);
      const name = nameOf(reference, direction, place);
      if (isKnown) return { $ref: component + name };
      const evidence = { level: 'unknown', source: `${source} §${place ?? reference.slice(2)}`, note: notReviewed };
      waiting.push(() => {
        written[name] = { ...write(name), 'x-evidence': evidence };
      });
      return { $ref: component + name };
    },
    writeAll() {
      for (let next = waiting.shift(); next; next = waiting.shift()) next();
    },
    written,
  };
}

/** Makes keys for lists of schemas. Lists of the same objects and references have the same key, in any order. */
export function createKeys(): (schemas: readonly unknown[]) => string {
  const ids = new Map<unknown, number>();
  const keyOf = (schema: unknown): string => {
    const reference = Object(schema).$ref;
    if (typeof reference === 'string') return reference;
    if (!ids.has(schema)) ids.set(schema, ids.size);
    return String(ids.get(schema));
  };
  return (schemas) => schemas.map(keyOf).sort().join(' ');
}

/** `Pet` for `#/components/schemas/Pet`, `PetOwner` for `#/components/schemas/Pet/properties/owner`. */
function baseNameOf(reference: string): string {
  if (/^#[^/]/.test(reference)) return pascalCase(reference.slice(1));
  const keys = keysIn(reference).filter((key) => !structure.includes(key));
  return pascalCase((reference.startsWith(component) ? keys : keys.slice(-2)).join(' '));
}

/** `PetOwner` for `Pet.owner`, and `Owner` for `#/paths/~1pets/…/schema.owner`. */
function placeName(place: string): string {
  return pascalCase(place.startsWith('#') ? place.slice(place.lastIndexOf('/schema') + '/schema'.length) : place);
}

const places = new WeakMap<object, Map<unknown, string>>();

/** Where a schema stands in the document, as a JSON pointer. */
export function placeOf({ document }: Source, schema: unknown): string {
  const found = places.get(document) ?? new Map<unknown, string>();
  if (!places.has(document)) {
    const seen = new Set<unknown>();
    const visit = (node: unknown, at: string): void => {
      if (typeof node !== 'object' || node === null || seen.has(node)) return;
      seen.add(node);
      if (at.endsWith('/schema')) found.set(node, at);
      for (const [key, child] of Object.entries(node))
        visit(child, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    };
    visit(document.paths, '#/paths');
    places.set(document, found);
  }
  return found.get(schema) ?? '';
}

/** The references of schemas that responses reach. */
export function readReferences(source: Source, responses: unknown, { bases }: Tags): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  // A list, since a chain of references may be longer than the stack.
  const waiting: unknown[] = [responses];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const { $ref } = node as Node;
    if (typeof $ref === 'string') {
      found.add($ref);
      waiting.push(follow(source, node as Node));
      for (const child of bases.get($ref)?.children ?? []) waiting.push({ $ref: child });
    }
    waiting.push(...Object.values(node));
  }
  return found;
}
