import { noteOpen, UnsupportedOperation } from '../notes.ts';
import { follow, type Node } from '../read/source.ts';
import { examplesOf } from './examples.ts';
import { essenceOf, isJson } from './media-type.ts';
import type { BodyContext } from './request-body.ts';

const unsaid = 'The document does not declare it; every HTTP API can send it.';

/** What an operation has, which decides the failures to add. */
export interface OperationTraits {
  /** `input`: a query or a request body. `path`: path parameters only. */
  readonly takes: 'input' | 'path' | 'nothing';
  readonly secured: boolean;
}

/** Writes the responses of an operation: those of the document, and the failures that it does not declare. */
export function writeResponses(context: BodyContext, given: Node, { takes, secured }: OperationTraits): Node {
  const declared = Object.entries<Node>(given).map(([status, response]) => [status.toUpperCase(), response] as const);
  const written: Node = {};
  for (const [status, response] of declared.sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!/^([245](\d\d|XX)|DEFAULT)$/.test(status)) {
      noteOpen(context.notes, 'responses with a status other than 2xx, 4xx and 5xx: they are left out');
      continue;
    }
    const one = writeResponse(context, status, follow(context.source, response));
    if (one) written[status === 'DEFAULT' ? 'default' : status] = one;
  }
  const statuses = Object.keys(written);
  if (!statuses.some((status) => status.startsWith('2'))) throw new UnsupportedOperation('It declares no success.');
  for (const range of ['2XX', '4XX', '5XX']) {
    if (!written[range] || !written[range.replace('XX', '03')]) continue;
    noteOpen(context.notes, 'ranges of statuses beside a status of the range: the range is left out');
    delete written[range];
  }
  const add = (status: string, alternatives: readonly string[]) => {
    if (!alternatives.some((one) => written[one]))
      written[status] = { $ref: `#/components/responses/${failures[status]?.[0]}` };
  };
  if (takes === 'input') add('400', ['400', '422']);
  if (takes === 'path') add('400', ['400', '404', '422']);
  if (secured) add('401', ['401']);
  add('429', ['429']);
  add('500', ['500', '5XX']);
  const { default: other, ...rest } = written;
  return other ? { ...rest, default: other } : rest;
}

function writeResponse(context: BodyContext, status: string, { description, content }: Node): Node | undefined {
  const about = { description: description?.trim() || `The response with status ${status}.` };
  if (['204', '205'].includes(status)) return about;
  try {
    const written = writeContent(context, content);
    return written ? { ...about, content: written } : about;
  } catch (error) {
    if (!(error instanceof UnsupportedOperation) || status.startsWith('2')) throw error;
    noteOpen(context.notes, 'bodies of errors that are neither JSON nor text: they are left out');
    return about;
  }
}

/** Writes the content of a response: JSON, or else text; nothing when the document has no content. */
function writeContent({ schemas }: BodyContext, content: Node = {}): Node | undefined {
  const mediaTypes = Object.keys(content);
  if (mediaTypes.length === 0) return undefined;
  const mediaType = mediaTypes.find(isJson) ?? mediaTypes.find((name) => name.startsWith('text/'));
  if (mediaType === undefined)
    throw new UnsupportedOperation(`Its response is ${mediaTypes.join(' or ')}. Clients read JSON and text only.`);
  if (!isJson(mediaType)) {
    return { [essenceOf(mediaType)]: { schema: { type: 'string' }, examples: { example: { value: 'text' } } } };
  }
  const schema = schemas.write(content[mediaType].schema ?? {}, 'response');
  const examples = examplesOf(schema, schemas.components).map((value, index) => [`example${index || ''}`, { value }]);
  return { [essenceOf(mediaType)]: { schema, examples: Object.fromEntries(examples) } };
}

const failures: Readonly<Record<string, readonly [name: string, description: string]>> = {
  400: ['BadRequest', 'The request is invalid.'],
  401: ['Unauthorized', 'The credentials are missing or wrong.'],
  429: ['TooManyRequests', 'Too many requests.'],
  500: ['ServerFailure', 'The vendor failed to handle the request.'],
};

/** The added failures, as components. */
export function failureComponents(source: string, isUsed: (name: string) => boolean): Node {
  const evidence = { level: 'unknown', source, note: unsaid };
  const entries = Object.values(failures).filter(([name]) => isUsed(name));
  return Object.fromEntries(
    entries.map(([name, description]) => [
      name,
      {
        description,
        'x-evidence': evidence,
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/UnknownFailure' },
            examples: { example: { summary: 'A placeholder; the fields are unknown.', value: {} } },
          },
        },
      },
    ]),
  );
}

/** The body of a failure that the document does not describe. */
export function unknownFailure(source: string): Node {
  return { type: 'object', additionalProperties: true, 'x-evidence': { level: 'unknown', source, note: unsaid } };
}
