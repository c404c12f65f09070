import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { camelCase, untaken } from '../naming.ts';
import type { Node } from '../read/source.ts';
import { type Collection, findCollections } from './find-collections.ts';
import { itemOf, nameShownItems } from './item-examples.ts';

/**
 * Adds to a spec what the sandbox stores, inferred from its paths and schemas: `x-resources`, and an `x-effect` for each operation that
 * follows from none of them. Changes the operations of the document. A spec without collections is unchanged.
 */
export function addResources(document: Node, source: string): Node {
  const operations = operationsOf(document as unknown as Document);
  const collections = nameShownItems(operations, findCollections(document as unknown as Document));
  if (collections.length === 0) return document;
  const names = nameCollections(collections);
  const following = new Set(collections.flatMap(({ operations }) => operations.map(({ object }) => object)));
  for (const { object, method, path } of operations) {
    if (following.has(object) || object['x-effect']) continue;
    const note = 'What it reads or changes could not be inferred. The sandbox responds with an example.';
    const evidence = { level: 'unknown', source: `${source} §${method} ${path}`, note };
    Object.assign(object, { 'x-effect': { fixed: 'examples', 'x-evidence': evidence } });
  }
  const resources = collections.map((one) => [names.get(one), writeResource(one, names, source)]);
  const { paths, components, ...root } = document;
  return { ...root, 'x-resources': Object.fromEntries(resources), paths, components };
}

/** Names the items of each collection, without duplicates. */
function nameCollections(collections: readonly Collection[]): ReadonlyMap<Collection, string> {
  const taken = new Set<string>(['then', ...Object.getOwnPropertyNames(Object.prototype)]);
  return new Map(
    collections.map((collection) => {
      const name = untaken(camelCase(collection.words), (one) => taken.has(one));
      taken.add(name);
      return [collection, name];
    }),
  );
}

function writeResource(collection: Collection, names: ReadonlyMap<Collection, string>, source: string): Node {
  const { path, parameter, keys, properties, operations } = collection;
  // The path of a collection may name the items that its items belong to: /users/{user_id}/pets.
  const owners = [...names].filter(([one]) => path.startsWith(`${one.path}/{${one.parameter}}/`));
  const item = itemOf(collection);
  // Where the examples name two owners, the sandbox would have no item.
  const isKnown = ([one]: [Collection, string]) => {
    if (!Object.hasOwn(properties, one.parameter) || keys.includes(one.parameter)) return false;
    const [owner, owned] = [itemOf(one)?.[one.keys[0] ?? ''], item?.[one.parameter]];
    return owner === undefined || owned === undefined || owner === owned;
  };
  const belongsTo = owners.filter(isKnown).map(([one, name]) => [name, one.parameter]);
  const shared = owners
    .filter((owner) => !isKnown(owner))
    .map(([one]) => `Items do not say which {${one.parameter}} they belong to: the sandbox shows all below each.`);
  const ids = operations.map(({ object }) => object.operationId).join(', ');
  const note = [
    `Inferred from ${path}, ${path}/{${parameter}} and the properties of an item. The sandbox stores items for ${ids}.`,
    ...shared,
  ].join(' ');
  return {
    path,
    keys,
    ...(belongsTo.length > 0 && { belongsTo: Object.fromEntries(belongsTo) }),
    'x-evidence': { level: 'unknown', source: `${source} §${path}`, note },
  };
}
