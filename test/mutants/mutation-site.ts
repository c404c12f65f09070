import type { Document } from '@plumbline/spec-tools/document/document';
import { keysOf, pointerOf } from '@plumbline/spec-tools/document/pointer';
import { at, type Node, type Path } from './node.ts';

export type SiteKind =
  | 'document'
  | 'path'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'schema'
  | 'securityScheme';

/** How the values of a schema travel. */
export type Carrier = 'path' | 'query' | 'header' | 'form' | 'json' | 'text';

/** A place of a document that can be changed. A component that several operations share is one place. */
export interface Site {
  readonly kind: SiteKind;
  readonly path: Path;
  readonly node: Node;
  /** The operations that reach it, references followed. */
  readonly operations: ReadonlySet<string>;
  /** How the values of a schema travel. Empty for other places. */
  readonly carriers: ReadonlySet<Carrier>;
  /** The messages that have it: `request`, or the statuses of responses. */
  readonly messages: ReadonlySet<string>;
}

const methods = ['get', 'head', 'put', 'post', 'patch', 'delete', 'options'];

/** Every place of a document that an operation reaches, in the order of the operations. */
export function sitesOf(document: Document): Site[] {
  const sites = new Map<string, Site & { operations: Set<string>; carriers: Set<Carrier>; messages: Set<string> }>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods.filter((method) => method in item)) {
      const place = ['paths', path, method];
      const operation = at(document, place);
      walkOperation(place, operation, item as Node, String(operation.operationId));
    }
  }
  return [...sites.values()];

  function walkOperation(place: Path, operation: Node, item: Node, id: string): void {
    const itemPlace = place.slice(0, 2);
    visit('document', [], id);
    visit('path', itemPlace, id);
    visit('operation', place, id);
    for (const owner of [itemPlace, place]) {
      for (const [index] of listOf(owner === place ? operation.parameters : item.parameters).entries()) {
        const site = visit('parameter', [...owner, 'parameters', String(index)], id, 'request');
        walkSchema([...site.path, 'schema'], id, 'request', site.node.in as Carrier);
        walkContent(site, id, 'request');
      }
    }
    if (operation.requestBody)
      walkContent(visit('requestBody', [...place, 'requestBody'], id, 'request'), id, 'request');
    for (const status of Object.keys(operation.responses as Node)) {
      walkContent(visit('response', [...place, 'responses', status], id, status), id, status);
    }
    for (const name of listOf(operation.security).flatMap((needed) => Object.keys(needed as Node))) {
      visit('securityScheme', ['components', 'securitySchemes', name], id);
    }
  }

  function walkContent({ path, node }: Site, id: string, message: string): void {
    for (const name of Object.keys(Object(node.headers))) {
      const header = follow([...path, 'headers', name]);
      walkSchema([...header, 'schema'], id, message, 'header');
    }
    for (const mediaType of Object.keys(Object(node.content))) {
      walkSchema([...path, 'content', mediaType, 'schema'], id, message, carrierOf(mediaType));
    }
  }

  function walkSchema(place: Path, id: string, message: string, carrier: Carrier): void {
    // A parameter may have content instead, and a schema may be `true`.
    const [parent, key = ''] = [place.slice(0, -1), place.at(-1)];
    if (typeof (at(document, parent)[key] ?? false) === 'boolean') return;
    const path = follow(place);
    const known = sites.get(pointerOf(path));
    if (known?.operations.has(id) && known.carriers.has(carrier) && known.messages.has(message)) return;
    const { node } = visit('schema', path, id, message, carrier);
    for (const child of childrenOf(node)) walkSchema([...path, ...child], id, message, carrier);
  }

  function visit(kind: SiteKind, place: Path, id: string, message?: string, carrier?: Carrier): Site {
    const path = follow(place);
    const pointer = pointerOf(path);
    const site = sites.get(pointer) ?? {
      kind,
      path,
      node: at(document, path),
      operations: new Set<string>(),
      carriers: new Set<Carrier>(),
      messages: new Set<string>(),
    };
    sites.set(pointer, site);
    site.operations.add(id);
    if (message) site.messages.add(message);
    if (carrier) site.carriers.add(carrier);
    return site;
  }

  function follow(path: Path): Path {
    const { $ref } = at(document, path);
    return typeof $ref === 'string' ? follow(keysOf($ref)) : path;
  }
}

/** The paths of the schemas that a schema is made of. */
function childrenOf(schema: Node): Path[] {
  const isSchema = (value: unknown) => typeof value === 'object' && value !== null;
  return [
    ...['items', 'additionalProperties', 'not', 'propertyNames']
      .filter((key) => isSchema(schema[key]))
      .map((key) => [key]),
    ...['properties', 'patternProperties', 'anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((key) =>
      Object.keys(Object(schema[key])).map((name) => [key, name]),
    ),
  ];
}

function carrierOf(mediaType: string): Carrier {
  if (mediaType === 'application/x-www-form-urlencoded') return 'form';
  return /[/+]json$/.test(mediaType) ? 'json' : 'text';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
