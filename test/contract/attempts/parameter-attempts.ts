import type { Document, Operation, Parameter } from '@plumbline/spec-tools/document/document';
import { isMethodParameter } from '@plumbline/spec-tools/generate/method-parameters';
import { fill } from '../constraints/fill.ts';
import type { JsonSchema } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';
import type { Variation } from '../constraints/variation.ts';
import { variationsOf } from '../constraints/variations.ts';
import type { Attempt } from './attempt.ts';
import { baseInput } from './base-input.ts';
import { limitOfParameter, mockLimits } from './mock-limits.ts';
import { refusalStatus } from './refusal-status.ts';

/** Each constraint of each path, query and header parameter met and broken, and each of them left out. */
export function parameterAttempts(document: Document, operation: Operation): Attempt[] {
  return [
    ...operation.parameters.flatMap((parameter) => attemptsAt(document, operation, parameter)),
    ...undeclaredAttempts(document, operation),
  ];
}

function attemptsAt(document: Document, operation: Operation, parameter: Parameter): Attempt[] {
  const { name, in: place, schema, example } = parameter;
  const read: JsonSchema = readSchema(document, schema);
  const varied = [...variationsOf(read, fill(read, example), 'text')]
    // It would be another path. `unsendableChecks` see to it that no client makes it.
    .filter(({ value }) => !(place === 'path' && value === ''))
    .map((variation) => ({
      name: `a ${place} where ${nameOf(name, variation.path)} ${variation.change}`,
      ...sent(document, operation, parameter, variation),
      ...(!variation.valid && { refusal: refusalStatus(operation), limit: limitOfParameter(parameter, variation) }),
    }));
  return [...varied, ...absent(document, operation, parameter)];
}

function sent(document: Document, operation: Operation, parameter: Parameter, { value, valid }: Variation) {
  const { name, in: place } = parameter;
  const input = baseInput(document, operation);
  if (!isMethodParameter(parameter)) return { input, headers: { [name]: String(value) } };
  if (place !== 'path' || valid) return { input: { ...input, [name]: value } };
  // Clients know some of what a path cannot be, and refuse before they send.
  const index = operation.path.split('/').indexOf(`{${name}}`);
  const change: Attempt['change'] = (wire) => {
    const url = new URL(wire.url);
    const segments = url.pathname.split('/');
    segments[index] = encodeURIComponent(String(value));
    wire.url = `${url.origin}${segments.join('/')}${url.search}`;
  };
  return { input, change };
}

function absent(document: Document, operation: Operation, { name, in: place, required }: Parameter): Attempt[] {
  if (place === 'path') return [];
  const { [name]: _, ...input } = baseInput(document, operation);
  const change: Attempt['change'] = (wire) => wire.headers.delete(name);
  return [
    {
      name: `a request without the ${place} ${name}`,
      input,
      ...(place === 'header' && { change }),
      ...(required && { refusal: refusalStatus(operation) }),
    },
  ];
}

function undeclaredAttempts(document: Document, operation: Operation): Attempt[] {
  const input = baseInput(document, operation);
  const refusal = refusalStatus(operation);
  return [
    {
      name: 'a query parameter that is not declared',
      input,
      refusal,
      limit: mockLimits.undeclared,
      change: (wire) => {
        wire.url += `${wire.url.includes('?') ? '&' : '?'}undeclared=text`;
      },
    },
    {
      name: 'a header that is not declared',
      input,
      refusal,
      limit: mockLimits.undeclared,
      change: (wire) => wire.headers.set('X-Undeclared', 'text'),
    },
  ];
}

function nameOf(name: string, path: string): string {
  return path === '' || path.startsWith('[') ? name + path : `${name}.${path}`;
}
