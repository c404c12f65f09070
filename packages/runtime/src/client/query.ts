import { createQuerySerializer } from 'openapi-fetch';
import type { ParameterDefinition, QuerySerialization } from '../pipeline/operation.ts';
import { ownCopy, ownValue } from '../pipeline/own-value.ts';

type Query = Readonly<Record<string, unknown>>;

/** Makes the function that serializes the query of an operation: each parameter in its own style, else in the default one. */
export function querySerializer(
  { array, object }: QuerySerialization,
  parameters?: Readonly<Record<string, ParameterDefinition>>,
): (query: Query) => string {
  return (query) =>
    Object.keys(query)
      .map((name) => {
        const definition = parameters && ownValue(parameters, name);
        const style = definition?.style;
        const own = style && { style, explode: definition.explode ?? style === 'form' };
        // Arrays and objects have different styles (OpenAPI 3.1, "Style Values"). A value is only one of them.
        const styles = { array: own ?? array, object: own ?? object, allowReserved: false };
        // It also reads the names that a query inherits.
        return createQuerySerializer(styles as never)(ownCopy({ [name]: query[name] }));
      })
      .filter(Boolean)
      .join('&');
}
