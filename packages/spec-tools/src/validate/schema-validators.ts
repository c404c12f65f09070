import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type Document, operationsOf } from '../document/document.ts';
import { type KeyPath, nodeAt, pointerTo } from './location.ts';

/** A violation of a schema by a value. */
export interface Violation {
  /** JSON Pointer into the value. Empty for the whole value. */
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
}

/** Returns the violations of a value. Empty if the value is valid. */
export type Validate = (value: unknown) => readonly Violation[];

/** Validators for the schemas of a document (JSON Schema 2020-12). Each is compiled at its first use. */
export interface SchemaValidators {
  /** The validator of the schema at a path, or `undefined` if there is no schema. */
  at(path: KeyPath): Validate | undefined;
  /** The validator of an operation's request body, or `undefined` if the spec declares none of this media type. */
  requestBody(operationId: string, mediaType: string): Validate | undefined;
  /** The validator of a response body. `status` is its key in the spec: `200`, `5XX`, `default`. */
  responseBody(operationId: string, status: string, mediaType: string): Validate | undefined;
}

/** Creates the validators of a document. */
export function createSchemaValidators(document: Document): SchemaValidators {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  ajv.addSchema(document, 'spec', false, false);
  const paths = new Map(
    operationsOf(document).map(({ id, path, method }) => [id, ['paths', path, method.toLowerCase()]]),
  );

  const compile = (pointer: string): Validate => {
    const validate = ajv.compile({ $ref: `spec#${encodeURI(pointer)}` });
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(violationOf));
  };
  const byPointer = memoize(compile);
  const byPath = memoize((key) => {
    const path = JSON.parse(key) as KeyPath;
    return nodeAt(document, path) === undefined ? undefined : byPointer(pointerTo(document, path));
  });
  const at = (path: KeyPath) => byPath(JSON.stringify(path));
  const pathOf = (operationId: string): KeyPath => {
    const path = paths.get(operationId);
    if (!path) throw new Error(`The spec has no operation ${operationId}.`);
    return path;
  };
  return {
    at,
    requestBody: (id, mediaType) => at([...pathOf(id), 'requestBody', 'content', mediaType, 'schema']),
    responseBody: (id, status, mediaType) => at([...pathOf(id), 'responses', status, 'content', mediaType, 'schema']),
  };
}

function memoize<Value>(create: (key: string) => Value): (key: string) => Value {
  const created = new Map<string, Value>();
  return (key) => {
    if (!created.has(key)) created.set(key, create(key));
    return created.get(key) as Value;
  };
}

function violationOf({ instancePath, keyword, message = '', params }: ErrorObject): Violation {
  const named = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues ?? params.allowedValue;
  const detail = named === undefined ? '' : ` (${JSON.stringify(named)})`;
  return { pointer: instancePath, keyword, message: message + detail };
}
