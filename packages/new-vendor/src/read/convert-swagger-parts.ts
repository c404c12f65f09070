import { upgrade } from '@scalar/openapi-upgrader';
import { type Notes, noteOpen } from '../notes.ts';
import { rebuildDocument } from './document-grammar.ts';
import { follow, isObject, type Node } from './source.ts';

/** What a note says about each of them. */
const note = 'parts of Swagger 2.0 in an OpenAPI 3 document: they are converted';

/**
 * Converts the parts of an OpenAPI 3 document that are written as in Swagger 2.0: a parameter with its type outside of a schema, a body among
 * the parameters, a response with its schema outside of `content`.
 */
export function convertSwaggerParts(document: Node, notes: Notes): Node {
  return rebuildDocument(document, (node, kind, at, rebuild) => {
    if (!isObject(node)) return node;
    const isOld = kind === 'parameter' ? isOldParameter(node) : kind === 'response' && isOldResponse(node);
    if (isOld) noteOpen(notes, note, at);
    if (kind === 'parameter') return rebuild(isOld ? convertParameter(node) : withPlace(node));
    if (kind === 'response' && isOld) return rebuild(convertResponse(document, node));
    if (kind !== 'operation') return rebuild(node);
    const bodies = [node.parameters].flat().map((one) => (isObject(one) ? follow({ document }, one) : {}));
    const inBody = bodies.filter(isBody);
    if (inBody.length === 0) return rebuild(node);
    noteOpen(notes, note, at);
    const parameters = [node.parameters].flat().filter((_, index) => !isBody(bodies[index] ?? {}));
    const consumes = node.consumes ?? document.consumes;
    const requestBody = node.requestBody ?? convertOperation({ parameters: inBody, consumes }).requestBody;
    return rebuild({ ...node, parameters, requestBody });
  });
}

function isBody({ in: place }: Node): boolean {
  return place === 'body' || place === 'formData';
}

/** A parameter with its place in lower case, as OpenAPI writes it. */
function withPlace(parameter: Node): Node {
  const { in: place } = parameter;
  return typeof place === 'string' && /^(query|path|header|cookie)$/i.test(place)
    ? { ...parameter, in: place.toLowerCase() }
    : parameter;
}

function isOldParameter(parameter: Node): boolean {
  const { $ref, type, schema, content } = parameter;
  return typeof type === 'string' && !isBody(parameter) && [$ref, schema, content].every((one) => one === undefined);
}

function isOldResponse({ $ref, schema, content }: Node): boolean {
  return isObject(schema) && $ref === undefined && content === undefined;
}

function convertParameter(parameter: Node): Node {
  const given = withPlace(parameter);
  // Swagger 2.0 has no cookies.
  const { parameters = [] } = convertOperation({
    parameters: [{ ...given, in: given.in === 'cookie' ? 'query' : given.in }],
  });
  return { ...parameters[0], in: given.in };
}

function convertResponse(document: Node, response: Node): Node {
  const { produces } = document;
  return convertOperation({ produces, responses: { 200: response } }).responses['200'];
}

/** Converts an operation of Swagger 2.0, in a document of its own. */
function convertOperation({ parameters, responses = {}, ...rest }: Node): Node {
  const usual = ['application/json'];
  const { consumes = usual, produces = usual } = rest;
  const operation = { consumes, produces, responses, ...(parameters && { parameters }) };
  const document = { swagger: '2.0', info: { title: '', version: '' }, paths: { '/': { post: operation } } };
  return (upgrade(document, '3.0') as Node).paths['/'].post;
}
