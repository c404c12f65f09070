import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type Document, operationsOf } from '../document/document.ts';
import { nodeAt, type Place, pointerTo } from './location.ts';

/** Why a schema refuses a value. */
export interface Violation {
  /** JSON Pointer into the value; empty for all of it. */
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
}

/** Says why a value is refused; nothing where it is accepted. */
export type Validate = (value: unknown) => readonly Violation[];

/** The schemas of a document as validators by JSON Schema 2020-12, each compiled when it is first asked for. */
export interface Validators {
  /** The validator of the schema at a place; nothing where there is none. */
  at(place: Place): Validate | undefined;
  /** The validator of an operation's request body; nothing where the spec declares none of this media type. */
  requestBody(operationId: string, mediaType: string): Validate | undefined;
  /** The validator of a response body, by the key of its status in the spec: `200`, `5XX`, `default`. */
  responseBody(operationId: string, status: string, mediaType: string): Validate | undefined;
}

/** Makes the validators of a document. */
export function createValidators(document: Document): Validators {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  formats.default(ajv);
  ajv.addSchema(document, 'spec', false, false);
  const places = new Map(
    operationsOf(document).map(({ id, path, method }) => [id, ['paths', path, method.toLowerCase()]]),
  );

  const compile = (pointer: string): Validate => {
    const validate = ajv.compile({ $ref: `spec#${encodeURI(pointer)}` });
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(violationOf));
  };
  const byPointer = memoize(compile);
  const byPlace = memoize((key) => {
    const place = JSON.parse(key) as Place;
    return nodeAt(document, place) === undefined ? undefined : byPointer(pointerTo(document, place));
  });
  const at = (place: Place) => byPlace(JSON.stringify(place));
  const placeOf = (operationId: string): Place => {
    const place = places.get(operationId);
    if (!place) throw new Error(`The spec has no operation ${operationId}.`);
    return place;
  };
  return {
    at,
    requestBody: (id, mediaType) => at([...placeOf(id), 'requestBody', 'content', mediaType, 'schema']),
    responseBody: (id, status, mediaType) => at([...placeOf(id), 'responses', status, 'content', mediaType, 'schema']),
  };
}

function memoize<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as Made;
  };
}

function violationOf({ instancePath, keyword, message = '', params }: ErrorObject): Violation {
  const named = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues ?? params.allowedValue;
  const detail = named === undefined ? '' : ` (${JSON.stringify(named)})`;
  return { pointer: instancePath, keyword, message: message + detail };
}
