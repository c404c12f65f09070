import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import type { Attempt } from './attempt.ts';
import { baseInput } from './base-input.ts';

/** A method that the path of an operation does not have. */
export function methodAttempts(document: Document, operation: Operation): Attempt[] {
  // `/notifications/read` may also be read as `/notifications/{notification_id}`.
  const taken = operationsOf(document)
    .filter(({ path }) => patternOf(path).test(operation.path))
    .map(({ method }) => method);
  const [method] = ['PATCH', 'PUT', 'DELETE', 'POST'].filter((one) => !taken.includes(one));
  if (!method) throw new Error(`${operation.path} has every method. Choose another that it must refuse.`);
  const change: Attempt['change'] = (wire) => {
    wire.method = method;
  };
  return [
    { name: `the method ${method}`, input: baseInput(document, operation), change, refusal: 405, unspecified: true },
  ];
}
