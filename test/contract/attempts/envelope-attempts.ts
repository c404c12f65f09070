import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import type { Attempt } from './attempt.ts';
import { baseBody, baseInput } from './base-input.ts';
import { refusalStatus } from './refusal-status.ts';

/** Requests whose body is absent, of another media type, or no JSON although it says so. */
export function envelopeAttempts(document: Document, operation: Operation): Attempt[] {
  const { body } = operation;
  if (!body) return [];
  const [mediaType = ''] = Object.keys(body.content);
  const isJson = mediaType.endsWith('json');
  const refusal = refusalStatus(operation);
  const attempt = (name: string, change: Attempt['change'], outcome: Partial<Attempt> = {}): Attempt => ({
    name,
    input: baseInput(document, operation),
    headers: { 'Content-Type': mediaType },
    ...(change && { change }),
    ...outcome,
  });
  const labelled = (type: string, text: string | undefined, outcome?: Partial<Attempt>): Attempt =>
    attempt(
      `a body of ${type}`,
      (wire) => {
        wire.headers.set('Content-Type', type);
        wire.body = text ?? wire.body;
      },
      outcome,
    );
  const without: Attempt['change'] = (wire) => {
    wire.body = undefined;
    wire.headers.delete('Content-Type');
  };
  const broken: Attempt['change'] = (wire) => {
    wire.body = '{"field":';
  };
  const json = JSON.stringify(baseBody(document, operation));
  return [
    attempt('a request without a body', without, body.required ? { refusal } : {}),
    labelled(`${mediaType}; charset=utf-8`, undefined),
    labelled('text/plain', undefined, { refusal }),
    ...('application/json' in body.content ? [] : [labelled('application/json', json, { refusal })]),
    ...(isJson ? [attempt('a body of JSON that breaks off', broken, { refusal: 400, unspecified: true })] : []),
  ];
}
