import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import { baseBody, baseInput } from './base-input.ts';
import { refusalStatus } from './mock-refusals.ts';
import type { RequestCase } from './request-case.ts';

/** Requests without a body, with another media type, with truncated JSON, or with an undeclared method. */
export function envelopeCases(document: Document, operation: Operation): RequestCase[] {
  return [...mediaCases(document, operation), undeclaredMethod(document, operation)];
}

function mediaCases(document: Document, operation: Operation): RequestCase[] {
  const { body } = operation;
  if (!body) return [];
  const [mediaType = ''] = Object.keys(body.content);
  const isJson = mediaType.endsWith('json');
  const refusal = refusalStatus(operation);
  const caseOf = (name: string, change: RequestCase['change'], outcome: Partial<RequestCase> = {}): RequestCase => ({
    name,
    input: baseInput(document, operation),
    headers: { 'Content-Type': mediaType },
    ...(change && { change }),
    ...outcome,
  });
  const ofType = (type: string, text: string | undefined, outcome?: Partial<RequestCase>): RequestCase =>
    caseOf(
      `a body of ${type}`,
      (request) => {
        request.headers.set('Content-Type', type);
        request.body = text ?? request.body;
      },
      outcome,
    );
  const removeBody: RequestCase['change'] = (request) => {
    request.body = undefined;
    request.headers.delete('Content-Type');
  };
  const truncateBody: RequestCase['change'] = (request) => {
    request.body = '{"field":';
  };
  const json = JSON.stringify(baseBody(document, operation));
  return [
    caseOf('a request without a body', removeBody, body.required ? { refusal } : {}),
    ofType(`${mediaType}; charset=utf-8`, undefined),
    ofType('text/plain', undefined, { refusal }),
    ...('application/json' in body.content ? [] : [ofType('application/json', json, { refusal })]),
    ...(isJson ? [caseOf('a body of truncated JSON', truncateBody, { refusal: 400, unspecified: true })] : []),
  ];
}

function undeclaredMethod(document: Document, operation: Operation): RequestCase {
  // `/notifications/read` also matches `/notifications/{notification_id}`.
  const declared = operationsOf(document)
    .filter(({ path }) => patternOf(path).test(operation.path))
    .map(({ method }) => method);
  const [method] = ['PATCH', 'PUT', 'DELETE', 'POST'].filter((one) => !declared.includes(one));
  if (!method) {
    throw new Error(`${operation.path} declares each method of test/contract/requests/envelope-cases.ts. Add another.`);
  }
  const change: RequestCase['change'] = (request) => {
    request.method = method;
  };
  return {
    name: `the method ${method}`,
    input: baseInput(document, operation),
    change,
    refusal: 405,
    unspecified: true,
  };
}
