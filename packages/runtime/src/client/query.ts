import { createQuerySerializer } from 'openapi-fetch';
import type { ParameterDefinition, QuerySerialization } from '../pipeline/operation.ts';
import { ownValue } from './own-value.ts';

type Query = Readonly<Record<string, unknown>>;

/** Makes the function that serializes the query of an operation: each parameter in its own style, else in the default one. */
export function querySerializer(
  { array, object }: QuerySerialization,
  parameters: Readonly<Record<string, ParameterDefinition>> = {},
): (query: Query) => string {
  return (query) =>
    Object.keys(query)
      .map((name) => {
        const { style, explode = style === 'form' } = ownValue(parameters, name) ?? {};
        const own = style && { style, explode };
        // Arrays and objects have different styles (OpenAPI 3.1, "Style Values"). A value is only one of them.
        return createQuerySerializer({ array: own ?? array, object: own ?? object } as never)({ [name]: query[name] });
      })
      .filter(Boolean)
      .join('&');
}
