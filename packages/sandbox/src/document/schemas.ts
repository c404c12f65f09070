import { validate } from '@cfworker/json-schema';
import { type Evident, own, type Schema } from './openapi.ts';

/** Receives what a request or a response leans on: where it is, and the part of the document. */
export type Note = (place: string, part: Evident | undefined) => void;

/** The types that a schema itself allows. */
export function typesOf({ type = [] }: Schema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}

/** A schema, and those of `anyOf` and `oneOf`. */
export function variantsOf(schema: Schema): readonly Schema[] {
  const { anyOf = [], oneOf = [] } = schema;
  return [schema, ...[...anyOf, ...oneOf].flatMap(variantsOf)];
}

/** Whether a schema or one of its variants allows one of some types. */
export function allows({ type = [], anyOf = [], oneOf = [] }: Schema, ...types: readonly string[]): boolean {
  // The name of a type is part of no other name, so a single type can be searched like a list.
  return types.some((one) => type.includes(one)) || [...anyOf, ...oneOf].some((variant) => allows(variant, ...types));
}

/** The declared properties of an object, those of `allOf` too. */
export function propertiesOf({ properties = {}, allOf }: Schema): Readonly<Record<string, Schema>> {
  if (!allOf) return properties;
  return Object.fromEntries([...allOf.map(propertiesOf), properties].flatMap((part) => Object.entries(part)));
}

/** The names of the properties that an object must have. */
export function requiredOf({ required = [], allOf = [] }: Schema): readonly string[] {
  return [...allOf.flatMap(requiredOf), ...required];
}

export function isObject(schema: Schema): boolean {
  return typesOf(schema).includes('object') || Object.keys(propertiesOf(schema)).length > 0;
}

/** The property that an object consists of, if that is an object itself: `user` for `{ user: { … } }`. */
export function envelopeOf(schema: Schema): string | undefined {
  const [[name, inner] = ['', {}], ...others] = Object.entries(propertiesOf(schema));
  return others.length === 0 && schema.additionalProperties !== true && isObject(inner) ? name : undefined;
}

/** Where a value violates a schema, and why: `/user/email: …`. Undefined if it does not. */
export function violationOf(schema: Schema, value: unknown): string | undefined {
  const { valid, errors } = validate(value, schema as object, '2020-12', {});
  // The last error is the innermost one.
  const { instanceLocation = '#', error = 'It is invalid.' } = errors.at(-1) ?? {};
  // What `additionalProperties: false` means to the validator.
  const message = error === 'False boolean schema.' ? 'There is no such property.' : error;
  return valid ? undefined : `${instanceLocation.slice(1)}: ${message}`;
}

/** Notes each part of a schema that a value uses. */
export function noteSchema(schema: Schema, value: unknown, place: string, note: Note): void {
  note(place, schema);
  if (Array.isArray(value)) {
    if (schema.items) for (const item of value) noteSchema(schema.items, item, `${place}/*`, note);
  } else if (typeof value === 'object') {
    for (const [name, property] of Object.entries(propertiesOf(schema))) {
      const part = own(value, name);
      if (part !== undefined) noteSchema(property, part, `${place}/${name}`, note);
    }
  }
}
