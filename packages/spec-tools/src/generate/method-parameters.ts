import type { Operation, Parameter } from '../document/document.ts';

/** Headers that a client writes by itself; options of the call change them. The runtime's type `Input` leaves the same out. */
const clientHeaders = /^(accept|authorization|content-type|idempotency-key)$/i;

/** Whether the method of an operation takes a parameter by name. */
export function isMethodParameter(parameter: Parameter): boolean {
  if (parameter.in === 'cookie') return false;
  return parameter.in !== 'header' || !(clientHeaders.test(parameter.name) || fixedValueOf(parameter) !== undefined);
}

/** The parameters that the method of an operation takes by name. */
export function methodParametersOf({ parameters }: Operation): Parameter[] {
  return parameters.filter(isMethodParameter);
}

/** The value of a header that the client sends by itself: it is required, and only one value is possible. */
export function fixedValueOf({ in: place, required, schema }: Parameter): unknown {
  if (place !== 'header' || !required) return undefined;
  return schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined);
}

/** Whether the vendor honors an `Idempotency-Key` on an operation. */
export function honorsIdempotencyKey({ parameters }: Operation): boolean {
  return parameters.some((parameter) => parameter.in === 'header' && /^idempotency-key$/i.test(parameter.name));
}
