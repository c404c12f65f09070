import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import { declaredMediaType } from '@plumbline/spec-tools/validate/body';
import { baseBody, baseInput, contentTypeHeaders } from './base-input.ts';
import { refusalStatus } from './mock-refusals.ts';
import type { RequestCase } from './request-case.ts';

/** Requests without a body, with another media type, with truncated JSON, or with an undeclared method. */
export function envelopeCases(document: Document, operation: Operation): RequestCase[] {
  return [...mediaCases(document, operation), ...undeclaredMethod(document, operation)];
}

function mediaCases(document: Document, operation: Operation): RequestCase[] {
  const { body } = operation;
  if (!body) return [];
  const [mediaType = ''] = Object.keys(body.content);
  const isJson = bodyKindOf(mediaType) === 'json';
  const refusal = refusalStatus(operation);
  const caseOf = (name: string, change: RequestCase['change'], outcome: Partial<RequestCase> = {}): RequestCase => ({
    name,
    input: baseInput(document, operation),
    headers: contentTypeHeaders(mediaType),
    ...(change && { change }),
    ...outcome,
  });
  const ofType = (type: string, text: string | undefined, outcome?: Partial<RequestCase>): RequestCase =>
    caseOf(
      `a body of ${type}`,
      (request) => {
        request.headers.set('Content-Type', type.replace(mediaType, request.headers.get('Content-Type') ?? mediaType));
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
  // Where the spec declares no refusal, Prism has its own.
  const ofMedia = '422' in operation.responses || '400' in operation.responses ? refusal : 415;
  const isDeclared = (type: string) => declaredMediaType(body.content, type) !== undefined;
  const json = JSON.stringify(baseBody(document, operation));
  return [
    caseOf('a request without a body', removeBody, body.required ? { refusal } : {}),
    ofType(`${mediaType}; charset=utf-8`, undefined),
    ...(isDeclared('text/plain') ? [] : [ofType('text/plain', undefined, { refusal: ofMedia })]),
    ...(isDeclared('application/json') ? [] : [ofType('application/json', json, { refusal: ofMedia })]),
    ...(isJson ? [caseOf('a body of truncated JSON', truncateBody, { refusal: 400, unspecified: true })] : []),
  ];
}

/** A request with a method that no operation of its path has, unless all methods have one. */
function undeclaredMethod(document: Document, operation: Operation): RequestCase[] {
  // `/notifications/read` also matches `/notifications/{notification_id}`.
  const declared = patternsOf(document).flatMap(({ pattern, methods }) =>
    pattern.test(operation.path) ? methods : [],
  );
  const method = ['PATCH', 'PUT', 'DELETE', 'POST'].find((one) => !declared.includes(one.toLowerCase()));
  if (!method) return [];
  const change: RequestCase['change'] = (request) => {
    request.method = method;
  };
  const input = baseInput(document, operation);
  return [{ name: `the method ${method}`, input, change, refusal: 405, unspecified: true }];
}

/** The patterns of a document's paths, each made once: all are tried for each operation. */
function patternsOf(document: Document): readonly PathMethods[] {
  const known = patterns.get(document);
  if (known) return known;
  const entries = Object.entries(document.paths);
  const made = entries.map(([path, item]) => ({ pattern: patternOf(path), methods: Object.keys(item) }));
  patterns.set(document, made);
  return made;
}

interface PathMethods {
  readonly pattern: RegExp;
  /** The keys of the path item. */
  readonly methods: readonly string[];
}
const patterns = new WeakMap<Document, readonly PathMethods[]>();
