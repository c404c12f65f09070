import { escapeKey } from '@plumbline/spec-tools/document/pointer';
import { type Notes, noteOpen } from '../notes.ts';
import { type Kind, rebuildDocument } from './document-grammar.ts';
import { withContentSchema } from './event-content.ts';
import { circle, faultOf, withReference } from './references.ts';
import { follow, isObject, keysIn, methods, type Node } from './source.ts';
import { tidyRoot, tidyTexts } from './tidy-texts.ts';

/** What a part is called in a reason, where its operation cannot do without it. */
const parts: Partial<Record<Kind, string>> = {
  parameter: 'parameter',
  requestBody: 'request body',
  response: 'response',
};

/**
 * Makes every node what OpenAPI says that it is. A schema that refers to something missing accepts anything; an operation that needs a
 * missing part is left out; both are in the notes.
 */
export function tidyDocument(document: Node, notes: Notes): Node {
  const open = (what: string, at: string) => noteOpen(notes, what, at);
  const holes = new Map<string, string>();

  const visit = (node: unknown, kind: Kind, at: string, rebuild: (node: Node) => Node): unknown => {
    if (kind === 'schema') return tidySchema(node, at, rebuild);
    if (!isObject(node)) {
      if (kind === 'operation' && node !== undefined) leaveOut(at, 'It is empty in the document.');
      else if (kind === 'parameter') open('parameters that are not objects: they are left out', at);
      return undefined;
    }
    if (kind === 'pathItem') return tidyPathItem(node, at, rebuild);
    if (kind === 'operation') return tidyOperation(node, at, rebuild);
    // OpenAPI 3.2 has references to media types.
    if (kind === 'mediaType' && typeof node.$ref === 'string' && !faultOf(document, node.$ref))
      return visit(follow({ document }, node), kind, at, rebuild);
    const { $ref, itemSchema } = node;
    if (kind === 'mediaType' && isObject(itemSchema))
      return rebuild({ ...node, itemSchema: withContentSchema(document, itemSchema) });
    if (typeof $ref !== 'string')
      return kind === 'parameter' ? tidyParameter(node, at, rebuild) : rebuild(tidyTexts(node));
    const fault = faultOf(document, $ref);
    if (!fault) {
      const target = follow({ document }, node);
      return kind === 'parameter' && target.in === 'querystring' ? tidyParameter(target, at, rebuild) : node;
    }
    const part = parts[kind];
    if (part && !(kind === 'response' && !isSuccess(at))) holes.set(at, `Its ${part} is \`${$ref}\`, which ${fault}.`);
    // A component is noted where something refers to it.
    else if (!at.startsWith('#/components/')) open(`\`${$ref}\` ${fault}: it is left out`, at);
    return undefined;
  };

  const tidySchema = (node: unknown, at: string, rebuild: (node: Node) => Node): unknown => {
    if (typeof node === 'boolean') return node;
    if (!isObject(node)) {
      open('schemas that are not objects: they accept anything', at);
      return {};
    }
    const { $ref, required, ...rest } = withTuple(withoutUnreadable(tidyTexts(node), () => open(unreadableNote, at)));
    if (required !== undefined && required !== null && !Array.isArray(required))
      open('`required` that is not a list of names: it is ignored', at);
    const kept = Array.isArray(required) ? { ...rest, required } : rest;
    if (typeof $ref !== 'string') return rebuild(kept);
    const fault = faultOf(document, $ref);
    // The schemas are written with a note about those that are only themselves.
    if (!fault || fault === circle) return rebuild({ ...kept, $ref });
    open(`\`${$ref}\` ${fault}: it accepts anything`, at);
    return rebuild(kept);
  };

  const tidyParameter = (node: Node, at: string, rebuild: (node: Node) => Node): unknown => {
    if (node.in !== 'querystring') return rebuild(tidyTexts(node));
    open('parameters in `querystring`: they are left out', at);
    if (node.required === true) holes.set(at, `Its parameter \`${node.name}\` is the whole query string.`);
    return undefined;
  };

  const tidyPathItem = (given: Node, at: string, rebuild: (node: Node) => Node): unknown => {
    const node = withReference(document, given);
    if (typeof node === 'string') {
      const [first, ...names] = keysIn(at);
      if (first === 'paths')
        notes.leftOut.push({
          method: 'any',
          path: names.join('/'),
          reason: `Its path is \`${given.$ref}\`, which ${node}.`,
        });
      return undefined;
    }
    const { additionalOperations, query, ...item } = node;
    const others = Object.keys(Object(additionalOperations));
    for (const method of [...(query === undefined ? [] : ['query']), ...others]) {
      leaveOut(`${at}/${escapeKey(method.toLowerCase())}`, `Clients do not send ${method.toUpperCase()}.`);
    }
    const rebuilt = rebuild(item);
    const hole = [...holes].find(([place]) => place.startsWith(`${at}/parameters/`))?.[1];
    if (hole) for (const method of methods) if (rebuilt[method]) leaveOut(`${at}/${method}`, hole);
    return rebuilt;
  };

  const tidyOperation = (given: Node, at: string, rebuild: (node: Node) => Node): unknown => {
    const { responses, operationId, tags, security, servers, ...node } = tidyTexts(given);
    const rebuilt = rebuild({
      ...node,
      ...(typeof operationId === 'string' && { operationId }),
      ...(Array.isArray(tags) && {
        tags: tags.map((tag) => Object(tag).name ?? tag).filter((tag) => typeof tag === 'string'),
      }),
      ...(Array.isArray(security) && { security: security.filter(isObject) }),
      ...(Array.isArray(servers) && servers.length > 0 && { servers }),
      responses: isObject(responses) ? responses : {},
    });
    const hole = [...holes].find(([place]) => place.startsWith(`${at}/`))?.[1];
    if (hole) leaveOut(at, hole);
    else if (Object.keys(rebuilt.responses).length === 0) {
      if (at.startsWith('#/paths/')) open('operations without responses: any JSON is accepted', at);
      const content = { 'application/json': { schema: {} } };
      rebuilt.responses = { '2XX': { description: 'The document does not describe it.', content } };
    }
    return rebuilt;
  };

  /** An operation that is left out stays in the document, since references may point into it. */
  const leaveOut = (at: string, reason: string): void => {
    const [first, ...names] = keysIn(at);
    const method = names.pop() ?? '';
    if (first === 'paths' && names.length === 1) notes.leftOut.push({ method, path: names[0] ?? '', reason });
  };

  return rebuildDocument(tidyRoot(document), visit, (at) =>
    open('parts of another form than OpenAPI has: they are ignored', at),
  );
}

/** Names of properties at which Redocly, which reads every spec, throws. */
const unreadable = /^(hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|valueOf|__\w+etter__)$/;
const unreadableNote = 'properties named as functions of every object, such as `valueOf`: they are left out';

function withoutUnreadable(schema: Node, onFound: () => void): Node {
  const names = Object.keys(Object(schema.properties)).filter((name) => unreadable.test(name));
  if (names.length === 0) return schema;
  onFound();
  const properties = Object.entries(schema.properties).filter(([name]) => !names.includes(name));
  const required = [schema.required ?? []].flat().filter((name) => !names.includes(name));
  return { ...schema, properties: Object.fromEntries(properties), required };
}

/** A list of schemas in `items` is a tuple, as JSON Schema wrote it before 2020. */
function withTuple(schema: Node): Node {
  if (!Array.isArray(schema.items)) return schema;
  const { items, additionalItems, ...rest } = schema;
  return { ...rest, prefixItems: items, ...(additionalItems !== undefined && { items: additionalItems }) };
}

function isSuccess(at: string): boolean {
  return /\/(2\w\w|default)$/i.test(at);
}
