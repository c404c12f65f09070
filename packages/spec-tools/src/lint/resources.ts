import type { ResourceExtension } from '../document/sandbox-extensions.ts';
import {
  hasBodyProperty,
  isItemOf,
  itemIn,
  operationsIn,
  type PathOperation,
  type SandboxRoot,
  unknownResource,
} from './path-operations.ts';
import type { Context, Rule } from './rule.ts';
import { propertiesAt } from './schema-nodes.ts';

/** `x-resources` names paths, parameters, properties, media types and security schemes that exist, and other resources. */
export const resources: Rule = () => ({
  Root(root: SandboxRoot, context) {
    const operations = operationsIn(root, context);
    for (const [name, resource] of Object.entries(root['x-resources'] ?? {})) {
      check(name, resource, root, operations, context);
    }
  },
});

function check(name: string, resource: ResourceExtension, root: SandboxRoot, all: PathOperation[], context: Context) {
  const { path, single, keys = [], callers = {}, merge = {}, filters = {}, counts = {}, rows = {}, deliver } = resource;
  const own = all.filter((operation) => operation.path === path || isItemOf(operation.path, resource));
  const queries = all.flatMap(({ parameters }) => parameters.filter(({ node }) => node.in === 'query'));
  const inBody = (property: string) => hasBodyProperty(property, own, context);

  function demand(holds: boolean, message: string, ...place: (string | number)[]) {
    if (!holds) context.report({ message, location: context.location.child(['x-resources', name, ...place]) });
  }
  function demandResource(other: string | undefined, ...place: (string | number)[]) {
    demand(other === undefined || Object.hasOwn(root['x-resources'] ?? {}, other), unknownResource(other), ...place);
  }

  demand(
    path === undefined || Object.hasOwn(root.paths ?? {}, path),
    `There is no path \`${path}\`. Name another.`,
    'path',
  );
  demand(!('keys' in resource) || keys.length > 0, 'No key names an item. Name a property.', 'keys');
  demand(!single || resource.belongsTo !== undefined, 'Nothing owns the one item. Add `belongsTo`.', 'single');

  for (const [scheme, key] of Object.entries(callers)) {
    const exists = Object.hasOwn(root.components?.securitySchemes ?? {}, scheme);
    demand(exists, `There is no security scheme \`${scheme}\`. Name another.`, 'callers', scheme);
    demand(keys.includes(key), notAKey(key, keys), 'callers', scheme);
  }

  for (const other of Object.keys(resource.belongsTo ?? {})) demandResource(other, 'belongsTo', other);
  for (const [other, list] of Object.entries(resource.adds ?? {})) {
    demandResource(other, 'adds', other);
    demand(inBody(list), unknownProperty(list), 'adds', other);
  }
  demandResource(resource.delivers, 'delivers');
  demandResource(deliver?.to, 'deliver', 'to');
  const { resource: followed, by } = deliver?.members ?? {};
  demandResource(followed, 'deliver', 'members', 'resource');
  const known = root['x-resources']?.[followed ?? '']?.keys;
  demand(!by || !known || known.includes(by), notAKey(by, known), 'deliver', 'members', 'by');
  if (deliver) demand(inBody(deliver.from), unknownProperty(deliver.from), 'deliver', 'from');
  for (const field of ['set', 'touch', 'derive'] as const) {
    for (const [property, value] of Object.entries(resource[field] ?? {})) {
      demandResource(itemIn(value), field, property);
    }
  }

  for (const [index, property] of (resource.upsert ?? []).entries()) {
    demand(inBody(property), unknownProperty(property), 'upsert', index);
    demand(keys.includes(property), notAKey(property, keys), 'upsert', index);
  }
  for (const [list, key] of Object.entries(merge)) {
    const property = `${list.replaceAll('/', '/*/')}/*/${key}`;
    demand(inBody(property), unknownProperty(property), 'merge', list);
  }

  for (const filter of [...Object.keys(filters), ...(resource.sort ? [resource.sort] : [])]) {
    const [, object, property = ''] = /^(.+)\[(.+)\]$/.exec(filter) ?? [];
    const objects = queries.flatMap(({ node, location }) =>
      node.name === object && node.schema ? { node: node.schema, location: location.child(['schema']) } : [],
    );
    demand(
      queries.some(({ node }) => node.name === filter) || propertiesAt(property, objects, context.resolve).length > 0,
      `No operation has a query parameter \`${filter}\`. Name another, or declare it.`,
      ...(Object.hasOwn(filters, filter) ? ['filters', filter] : ['sort']),
    );
  }
  const lists = own.flatMap((operation) => (operation.path === path ? operation.successes : []));
  for (const count of Object.keys(counts)) {
    demand(propertiesAt(count, lists, context.resolve).length > 0, unknownCount(count), 'counts', count);
  }
  const mediaTypes = all.flatMap((operation) => operation.mediaTypes);
  for (const mediaType of Object.keys(rows)) {
    demand(mediaTypes.includes(mediaType), `No response is \`${mediaType}\`. Name another.`, 'rows', mediaType);
  }
}

function notAKey(name: string | undefined, keys: readonly string[] = []): string {
  return `\`${name}\` is not a key. Name one of ${keys.join(', ')}, or add it to \`keys\`.`;
}

function unknownProperty(name: string): string {
  return `No request body at this path has a property \`${name}\`. Name another, or declare it.`;
}

function unknownCount(name: string): string {
  return `The 200 JSON body of the list has no property \`${name}\`. Name another, or declare it.`;
}
