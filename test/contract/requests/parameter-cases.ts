import type { Document, Operation, Parameter } from '@plumbline/spec-tools/document/document';
import { isMethodParameter, methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { fill } from '../constraints/fill.ts';
import type { JsonSchema } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';
import type { Variation } from '../constraints/variation.ts';
import { variationsOf } from '../constraints/variations.ts';
import { baseInput } from './base-input.ts';
import { limitOfParameter, mockLimits, refusalStatus } from './mock-refusals.ts';
import type { RequestCase } from './request-case.ts';

/** Each constraint of each path, query and header parameter, met and broken; each parameter absent; undeclared parameters. */
export function parameterCases(document: Document, operation: Operation): RequestCase[] {
  return [
    // The mock validates neither cookies nor parameters of a media type. `generatedChecks` send them.
    ...operation.parameters
      .filter(({ in: place, content }) => place !== 'cookie' && !content)
      .flatMap((parameter) => casesOf(document, operation, parameter)),
    ...undeclaredCases(document, operation),
  ];
}

function casesOf(document: Document, operation: Operation, parameter: Parameter): RequestCase[] {
  const { name, in: place, schema, example } = parameter;
  // A cursor may be the id of an item.
  const { last, cursor } = operation.object['x-pagination'] ?? {};
  const read: JsonSchema = readSchema(document, schema);
  const varied = [...variationsOf(read, fill(read, example), place === 'header' ? 'header' : 'text')]
    // An empty value makes another path. `unsendableChecks` prove that clients refuse it.
    .filter(({ value }) => !(place === 'path' && value === ''))
    .map((variation) => ({
      name: `a ${place} where ${nameOf(name, variation.path)} ${variation.change}`,
      ...inputFor(document, operation, parameter, variation),
      mayMiss: place === 'path' || (last !== undefined && cursor === name),
      ...(!variation.valid && {
        refusal: refusalStatus(operation),
        limit: limitOfParameter(parameter, variation),
      }),
    }));
  return [...varied, ...absentCases(document, operation, parameter)];
}

function inputFor(document: Document, operation: Operation, parameter: Parameter, { value, valid }: Variation) {
  const { name, in: place } = parameter;
  const input = baseInput(document, operation);
  if (!isMethodParameter(parameter)) {
    // The client refuses a blank idempotency key before it sends a request.
    const change: RequestCase['change'] = ({ headers }) => headers.set(name, String(value));
    return { input, change };
  }
  const key = keyOf(operation, parameter);
  const segment = `{${name}}`;
  const isSegment = operation.path.split('/').includes(segment) && typeof value !== 'object';
  if (place !== 'path' || valid || !isSegment) return { input: { ...input, [key]: value } };
  // Clients refuse some invalid path values before they send a request.
  const index = operation.path.split('/').indexOf(segment);
  const change: RequestCase['change'] = (request) => {
    const url = new URL(request.url);
    const segments = url.pathname.split('/');
    segments[index] = encodeURIComponent(String(value));
    request.url = `${url.origin}${segments.join('/')}${url.search}`;
  };
  return { input, change };
}

function absentCases(document: Document, operation: Operation, parameter: Parameter): RequestCase[] {
  const { name, in: place, required } = parameter;
  if (place === 'path') return [];
  const { [keyOf(operation, parameter)]: _, ...input } = baseInput(document, operation);
  const change: RequestCase['change'] = (request) => request.headers.delete(name);
  return [
    {
      name: `a request without the ${place} ${name}`,
      input,
      ...(place === 'header' && { change }),
      ...(required && { refusal: refusalStatus(operation) }),
    },
  ];
}

/** The name of a parameter in the method. */
function keyOf(operation: Operation, { in: place, name }: Parameter): string {
  return methodParametersOf(operation).find((one) => one.in === place && one.sentName === name)?.name ?? name;
}

function undeclaredCases(document: Document, operation: Operation): RequestCase[] {
  const input = baseInput(document, operation);
  const refusal = refusalStatus(operation);
  return [
    {
      name: 'an undeclared query parameter',
      input,
      refusal,
      limit: mockLimits.undeclared,
      change: (request) => {
        request.url += `${request.url.includes('?') ? '&' : '?'}undeclared=text`;
      },
    },
    {
      name: 'an undeclared header',
      input,
      refusal,
      limit: mockLimits.undeclared,
      change: (request) => request.headers.set('X-Undeclared', 'text'),
    },
  ];
}

function nameOf(name: string, path: string): string {
  return path === '' || path.startsWith('[') ? name + path : `${name}.${path}`;
}
