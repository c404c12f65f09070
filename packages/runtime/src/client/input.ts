import type { OperationDefinition } from '../pipeline/operation.ts';
import { Bare, ownValue } from '../pipeline/own-value.ts';

/** The parts of a request that parameters belong to. Empty parts are absent, except `path`. */
export interface RequestParts {
  path: Record<string, unknown>;
  query?: Record<string, unknown>;
  header?: Record<string, unknown>;
  cookie?: Record<string, unknown>;
  body?: unknown;
}

/** Splits a flat object into path, query, header and cookie parameters, and the fields of the request body. */
export function splitInput(operation: OperationDefinition, input: Readonly<Record<string, unknown>>): RequestParts {
  const { parameters, body } = operation;
  // No prototype, so that `__proto__` is an ordinary name.
  const createPart = () => new Bare();
  const parts = new Bare() as unknown as Omit<RequestParts, 'body'> & { body?: Record<string, unknown> };
  parts.path = createPart();
  for (const name of Object.keys(input)) {
    // A form would send the word "undefined".
    if (input[name] === undefined) continue;
    const isInPath = operation.path.includes(`{${name}}`);
    const declared = parameters && ownValue(parameters, name);
    const place = declared?.in ?? (isInPath ? 'path' : body ? 'body' : 'query');
    parts[place] ??= createPart();
    parts[place][declared?.name ?? name] = input[name];
  }
  if (body === 'whole') return Object.assign(parts, { body: parts.body?.body });
  if (body === 'fields') parts.body ??= createPart();
  return parts;
}
