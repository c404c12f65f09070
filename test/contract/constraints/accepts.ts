import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonSchema } from './json-schema.ts';

const ajv = new Ajv2020({ strict: false, logger: false });
formats.default(ajv);
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * Whether a schema accepts a value.
 *
 * For unions only: whether a value that one variant refuses is one of another variant is not for the walk to work out.
 */
export function accepts(schema: JsonSchema, value: unknown): boolean {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate(value);
}
