import { escapeKey } from '@plumbline/spec-tools/document/pointer';
import { isObject, type Node } from './source.ts';

/** What a node of an OpenAPI document is. It decides where a `$ref` is a reference: in a value it is data. */
export type Kind =
  | 'root'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'callback'
  | 'parameter'
  | 'requestBody'
  | 'response'
  | 'mediaType'
  | 'encoding'
  | 'header'
  | 'example'
  | 'link'
  | 'securityScheme'
  | 'schema';

type Child = readonly [form: 'one' | 'list' | 'map', kind: Kind];

const operations = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace', 'query'];
const valued: Readonly<Record<string, Child>> = {
  schema: ['one', 'schema'],
  content: ['map', 'mediaType'],
  examples: ['map', 'example'],
};
const one: Child = ['one', 'schema'];
const list: Child = ['list', 'schema'];
const map: Child = ['map', 'schema'];

/** The children of each kind that can hold references. */
const grammar: Readonly<Record<Kind, Readonly<Record<string, Child>>>> = {
  root: { paths: ['map', 'pathItem'], webhooks: ['map', 'pathItem'], components: ['one', 'components'] },
  components: {
    schemas: map,
    responses: ['map', 'response'],
    parameters: ['map', 'parameter'],
    examples: ['map', 'example'],
    requestBodies: ['map', 'requestBody'],
    headers: ['map', 'header'],
    securitySchemes: ['map', 'securityScheme'],
    links: ['map', 'link'],
    callbacks: ['map', 'callback'],
    pathItems: ['map', 'pathItem'],
    mediaTypes: ['map', 'mediaType'],
  },
  pathItem: {
    parameters: ['list', 'parameter'],
    ...Object.fromEntries(operations.map((method) => [method, ['one', 'operation'] as const])),
  },
  operation: {
    parameters: ['list', 'parameter'],
    requestBody: ['one', 'requestBody'],
    responses: ['map', 'response'],
    callbacks: ['map', 'callback'],
  },
  callback: {},
  parameter: valued,
  header: valued,
  requestBody: { content: ['map', 'mediaType'] },
  response: { headers: ['map', 'header'], content: ['map', 'mediaType'], links: ['map', 'link'] },
  mediaType: { schema: one, itemSchema: one, examples: ['map', 'example'], encoding: ['map', 'encoding'] },
  encoding: { headers: ['map', 'header'] },
  example: {},
  link: {},
  securityScheme: {},
  schema: {
    ...Object.fromEntries(
      ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'].map((key) => [key, map]),
    ),
    ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((key) => [key, list])),
    ...Object.fromEntries(
      [
        'items',
        'additionalProperties',
        'unevaluatedProperties',
        'unevaluatedItems',
        'not',
        'if',
        'then',
        'else',
        'contains',
        'propertyNames',
      ].map((key) => [key, one]),
    ),
  },
};

/**
 * Sees a node. Returns it or its replacement, or `undefined` to remove it.
 *
 * @param at Its JSON Pointer, from `#`.
 * @param rebuild Rebuilds the children of a node.
 */
export type Visit = (node: unknown, kind: Kind, at: string, rebuild: (node: Node) => Node) => unknown;

/**
 * Rebuilds a document from what `visit` returns for each node.
 *
 * @param onOdd Receives the place of each child of another form than the grammar says, which is removed. Without it such a child is kept.
 */
export function rebuildDocument(document: Node, visit: Visit, onOdd?: (at: string) => void): Node {
  const visitNode = (node: unknown, kind: Kind, at: string): unknown =>
    visit(node, kind, at, (changed) => rebuild(changed, kind, at));

  const rebuild = (node: Node, kind: Kind, at: string): Node => {
    if (kind === 'callback') return rebuildMap(node, 'pathItem', at);
    const children = grammar[kind];
    const entries = Object.entries(node).flatMap(([key, child]): [string, unknown][] => {
      const known = Object.hasOwn(children, key) ? children[key] : undefined;
      if (!known || child === undefined) return [[key, child]];
      const rebuilt = rebuildChild(child, known, `${at}/${escapeKey(key)}`);
      return rebuilt === undefined ? [] : [[key, rebuilt]];
    });
    return Object.fromEntries(entries);
  };

  const rebuildChild = (child: unknown, [form, kind]: Child, at: string): unknown => {
    if (form === 'one') return visitNode(child, kind, at);
    if (form === 'map' && isObject(child)) return rebuildMap(child, kind, at);
    if (form === 'list' && Array.isArray(child))
      return child.map((item, index) => visitNode(item, kind, `${at}/${index}`)).filter((item) => item !== undefined);
    if (!onOdd) return child;
    // An empty one says nothing.
    if (Object.keys(Object(child)).length > 0 || typeof child !== 'object') onOdd(at);
    return undefined;
  };

  const rebuildMap = (node: Node, kind: Kind, at: string): Node =>
    Object.fromEntries(
      Object.entries(node)
        .map(([key, child]): [string, unknown] => [
          key,
          isNamed(kind, key) ? visitNode(child, kind, `${at}/${escapeKey(key)}`) : child,
        ])
        .filter(([, child]) => child !== undefined),
    );

  return visitNode(document, 'root', '#') as Node;
}

/** The references in a document, without what reads like one in values. */
export function referencesIn(document: Node): ReadonlySet<string> {
  const found = new Set<string>();
  rebuildDocument(document, (node, _kind, _at, rebuild) => {
    if (!isObject(node)) return node;
    if (typeof node.$ref === 'string') found.add(node.$ref);
    return rebuild(node);
  });
  return found;
}

/** Whether a key of a map is a name: maps of paths, callbacks and responses have extensions beside them. */
function isNamed(kind: Kind, key: string): boolean {
  return !(key.startsWith('x-') && ['pathItem', 'response', 'callback'].includes(kind));
}
