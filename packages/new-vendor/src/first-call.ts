import { inspect } from 'node:util';
import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';

/** The operation that is the simplest to call: a read before a write, a secured one before an open one, with the least to pass. */
export function firstOperation(document: Document): Operation {
  const cost = ({ method, parameters, body, object }: Operation) =>
    (method === 'GET' ? 0 : 100) +
    (object.security?.length ? 0 : 50) +
    (body ? 20 : 0) +
    parameters.filter(({ required }) => required).length;
  const [first] = operationsOf(document)
    .filter(({ id }) => id !== 'auth/createToken')
    .sort((one, other) => cost(one) - cost(other));
  if (!first) throw new Error('The spec has no operation.');
  return first;
}

/** What the method of an operation is called with: what is required, by the spec's examples. */
export function callInput(document: Document, operation: Operation): Record<string, unknown> {
  const parameters = operation.parameters.filter(({ required }) => required);
  return exampleInput(document, { ...operation, parameters });
}

/** A call as source: `pets.get({ id: 'string' })`. */
export function callOf(document: Document, operation: Operation): string {
  const input = callInput(document, operation);
  const whole = { depth: null, breakLength: Number.POSITIVE_INFINITY, maxStringLength: null, maxArrayLength: null };
  const isNeeded = operation.body?.required || Object.keys(input).length > 0;
  return `${operation.id.replaceAll('/', '.')}(${isNeeded ? inspect(input, whole) : ''})`;
}
