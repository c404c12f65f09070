import type { Call, Properties } from './actions/call.ts';
import { own, type Parameter } from './document/openapi.ts';
import type { Operation } from './document/operations.ts';
import { envelopeOf, type Note, noteSchema, propertiesOf, violationOf } from './document/schemas.ts';
import { declaredType, readBody } from './http/body.ts';
import { cookiesOf, decode, pairsOf, readPairs, readText } from './http/parameters.ts';
import type { Received } from './http/read-request.ts';
import { Refusal } from './http/reply.ts';
import type { Match } from './http/route.ts';
import { copy } from './state/paths.ts';

/**
 * Reads the parameters of a request, and validates them.
 *
 * @throws {Refusal} If one is invalid or missing.
 */
export function readParameters(match: Match, { headers }: Received, note: Note): Pick<Call, 'path' | 'query'> {
  const { operation, path: texts, search } = match;
  const pairs = pairsOf(search);
  const cookies = cookiesOf(headers);
  // In the order of the path, also those that the document forgot to declare.
  const path: Properties = Object.fromEntries([...texts].map(([name, text]) => [name, decode(text)]));
  const query: Properties = {};
  for (const parameter of operation.parameters) {
    const { name, in: place, required } = parameter;
    const { schema = {} } = Object.values(parameter.content ?? {})[0] ?? parameter;
    const value = readParameter(parameter);
    if (value === undefined) {
      if (required) throw invalid(`${name}: the ${place} parameter is missing`);
      continue;
    }
    note(`${place} ${name}`, parameter);
    const violation = violationOf(schema, value) ?? pageViolation(operation, parameter, value);
    if (violation) throw invalid(name + violation, place);
    noteSchema(schema, value, `${place} ${name}`, note);
    if (place === 'path') path[name] = value;
    if (place === 'query') query[name] = value;
  }
  return { path, query };

  function readParameter(parameter: Parameter): unknown {
    const { name, in: place } = parameter;
    if (place === 'query' || place === 'cookie') {
      const same = operation.parameters.filter((one) => one.in === place && one !== parameter);
      const others = same.map((one) => one.name);
      return readPairs(parameter, place === 'query' ? pairs : cookies, others);
    }
    const text = place === 'path' ? texts.get(name) : headers.get(name);
    return text === undefined || text === null
      ? undefined
      : readText(parameter, text, place === 'header' ? (part) => part.trim() : decode);
  }
}

/** A page or an offset that no list has, and that the schema may forget to forbid. */
function pageViolation(operation: Operation, { in: place, name }: Parameter, value: unknown): string | undefined {
  const { page, offset, limit } = operation['x-pagination'] ?? {};
  const least = Number(name === page);
  const isPage = place === 'query' && [page, offset, limit].includes(name);
  return isPage && typeof value === 'number' && value < least ? `: ${value} is less than ${least}.` : undefined;
}

/**
 * Reads the body of a request, and validates it.
 *
 * @throws {Refusal} If it is invalid or missing.
 */
export function readInput(
  { requestBody: declared }: Operation,
  { headers, body: text }: Received,
  note: Note,
): Pick<Call, 'body' | 'input' | 'inputSchema'> {
  if (!declared || text === '') {
    if (declared?.required) throw invalid('The request body is missing');
    return { body: undefined, input: {}, inputSchema: {} };
  }
  note('request body', declared);
  const { content } = declared;
  const contentType = headers.get('content-type') ?? '';
  const type = declaredType(content, contentType) ?? '';
  const media = content[type];
  if (!media) {
    throw new Refusal([415, 422, 400], `The media type of the body is ${Object.keys(content).join(' or ')}.`);
  }
  note(`request body ${type}`, media);
  const { schema = {} } = media;
  let body: unknown;
  try {
    body = readBody(contentType, media, text);
  } catch {
    throw new Refusal([400, 422], `The body is not valid ${contentType}.`, 'invalidRequest');
  }
  const violation = body === undefined ? undefined : violationOf(schema, body);
  if (violation) throw invalid(`body${violation}`);
  noteSchema(schema, body, 'request body ', note);
  const envelope = envelopeOf(schema) ?? '';
  const inputSchema = own(propertiesOf(schema), envelope) ?? schema;
  const input: unknown = own(body, envelope) ?? body;
  // A schema without a type takes a text, too, which has no properties.
  return { body, input: typeof input === 'object' ? copy((input ?? {}) as Properties) : {}, inputSchema };
}

/** @param place Where the value is. An invalid value in a path can be that of no item. */
function invalid(message: string, place?: string): Refusal {
  return new Refusal(place === 'path' ? [422, 400, 404] : [422, 400], message, 'invalidRequest');
}
