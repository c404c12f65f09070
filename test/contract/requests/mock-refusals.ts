import type { Operation, Parameter } from '@plumbline/spec-tools/document/document';
import type { Variation } from '../constraints/variation.ts';

/** What Prism accepts although the spec refuses it. The checks prove that Prism still accepts it and that the Ajv validator refuses it. */
export const mockLimits = {
  undeclared: 'Prism ignores query parameters and headers that the spec does not declare.',
  emptyParameter: 'Prism takes a query parameter or a header without a value for an absent one.',
  nullBody: 'Prism takes the JSON text `null` for an absent body.',
} as const;

/** Returns why the mock accepts a parameter value that the spec refuses, or undefined where the mock refuses it too. */
export function limitOfParameter({ in: place, required }: Parameter, { value }: Variation): string | undefined {
  return place !== 'path' && value === '' && !required ? mockLimits.emptyParameter : undefined;
}

/** Returns why the mock accepts a body that the spec refuses, or undefined where the mock refuses it too. */
export function limitOfBody({ body }: Operation, { value }: Variation): string | undefined {
  return value === null && !body?.required ? mockLimits.nullBody : undefined;
}

/** Returns the status with which the mock refuses invalid input: 422 or 400 where the spec declares one, else Prism's own 422. */
export function refusalStatus({ responses }: Operation): number {
  if ('422' in responses) return 422;
  return '400' in responses ? 400 : 422;
}
