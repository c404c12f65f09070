import { notReviewed } from '@plumbline/spec-tools/document/document';
import { noteOpen } from '../notes.ts';
import { follow, type Node } from '../read/source.ts';
import type { BodyContext } from './request-body.ts';
import { writeContent, writeErrorContent } from './response-content.ts';

const unsaid = 'The document does not declare it; every HTTP API can send it.';

/** What an operation has, which decides its bodies and the failures to add. */
export interface OperationTraits {
  readonly method: string;
  /** `input`: a query or a request body. `path`: path parameters only. */
  readonly takes: 'input' | 'path' | 'nothing';
  readonly secured: boolean;
}

/** Writes the responses of an operation: those of the document, and the failures that it does not declare. */
export function writeResponses(context: BodyContext, given: Node, { method, takes, secured }: OperationTraits): Node {
  const written: Node = {};
  const statuses = statusesOf(context, given);
  const hasSuccess = [...statuses.keys()].some((status) => /^[23]/.test(status));
  // Without a success, `default` is one, too.
  const isSuccess = (status: string) => status.startsWith('2') || (status === 'default' && !hasSuccess);
  for (const [status, response] of statuses) {
    const { description, content } = follow(context.source, response);
    const about = { description: description?.trim() || `The response with status ${status}.` };
    const write = isSuccess(status) ? writeContent : writeErrorContent;
    const body = hasNoBody(method, status) ? undefined : write(context, content);
    written[status] = body ? { ...about, content: body } : about;
  }
  if (!hasSuccess && !written.default) written[200] = undeclaredSuccess(method);
  const add = (status: string, alternatives: readonly string[]) => {
    if (![...alternatives, `${status.charAt(0)}XX`, 'default'].some((one) => written[one]))
      written[status] = { $ref: `#/components/responses/${failures[status]?.[0]}` };
  };
  if (takes === 'input') add('400', ['400', '422']);
  if (takes === 'path') add('400', ['400', '404', '422']);
  if (secured) add('401', ['401']);
  add('429', ['429']);
  add('500', ['500']);
  const { default: other, ...rest } = written;
  return other ? { ...rest, default: other } : rest;
}

/** The declared responses by status, in order. Interim responses (1xx) never reach a caller. */
function statusesOf({ notes }: BodyContext, given: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const [key, response] of Object.entries<Node>(given).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const status = key.toUpperCase().replace('DEFAULT', 'default');
    if (/^([2-5](\d\d|XX)|default)$/.test(status)) found.set(status, response);
    else if (!/^(1|x-)/i.test(key))
      noteOpen(notes, 'responses with a status that HTTP does not have: they are left out');
  }
  return found;
}

/** Whether a response has no body that a caller could use. That of a redirect is for people. */
function hasNoBody(method: string, status: string): boolean {
  return method === 'head' || /^(204|205|3..)$/.test(status);
}

function undeclaredSuccess(method: string): Node {
  const description = 'The document declares no success.';
  if (method === 'head') return { description };
  return { description, content: { 'application/json': { schema: {}, examples: { example: { value: {} } } } } };
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
  const evidence = { level: 'unknown', source, note: notReviewed };
  const description = 'The body of a failure that the document does not describe.';
  return { description, type: 'object', additionalProperties: true, 'x-evidence': evidence };
}
