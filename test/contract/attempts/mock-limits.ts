import type { Operation, Parameter } from '@plumbline/spec-tools/document/document';
import type { Variation } from '../constraints/variation.ts';

/** What Prism accepts although the spec refuses it. Each is seen to be still so, and the second judge to refuse it. */
export const mockLimits = {
  undeclared: 'Prism ignores query parameters and headers that the spec does not declare.',
  emptyHeader: 'Prism takes a header without a value for one that was not sent.',
  nullBody: 'Prism takes the JSON text `null` for a body that was not sent.',
} as const;

/** Why the mock accepts a value of a parameter that the spec refuses; nothing where it does refuse it. */
export function limitOfParameter({ in: place, required }: Parameter, { value }: Variation): string | undefined {
  return place === 'header' && value === '' && !required ? mockLimits.emptyHeader : undefined;
}

/** Why the mock accepts a body that the spec refuses; nothing where it does refuse it. */
export function limitOfBody({ body }: Operation, { value }: Variation): string | undefined {
  return value === null && !body?.required ? mockLimits.nullBody : undefined;
}
