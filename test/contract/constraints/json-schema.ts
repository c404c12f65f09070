import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** The types of JSON Schema. */
export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** A schema with resolved references and merged `allOf`, with the supported keywords. */
export interface JsonSchema {
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: JsonSchema;
  /** The items at the start of a list, by their place. */
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  /** Whether what refers to the schema itself was left out: items, properties of any name, or variants. What it refuses is not known. */
  readonly partial?: true;
}

/** The types that a schema allows; empty where it allows any. */
export function typesOf({ type }: JsonSchema): readonly JsonType[] {
  return type === undefined ? [] : ([type].flat() as JsonType[]);
}

/** The variants of a union. */
export function variantsOf({ anyOf, oneOf }: JsonSchema): readonly JsonSchema[] {
  return anyOf ?? oneOf ?? [];
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const ajv = new Ajv2020({ strict: false, logger: false });
formats.default(ajv);
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** Whether a schema accepts a value. For unions: a value that one variant refuses may match another. */
export function accepts(schema: JsonSchema, value: unknown): boolean {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  return validate(value);
}

/** Ajv keeps each schema that it compiled for good: those of a large document do not fit in memory together. */
function compile(schema: JsonSchema): ValidateFunction {
  const validate = ajv.compile(schema);
  ajv.removeSchema(schema);
  return validate;
}

const partial = new WeakMap<object, boolean>();

/** Whether a part was left out of a schema or of a schema in it. */
export function isPartial(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(isPartial);
  if (!isObject(schema)) return false;
  const known = partial.get(schema) ?? (schema.partial === true || Object.values(schema).some(isPartial));
  partial.set(schema, known);
  return known;
}
