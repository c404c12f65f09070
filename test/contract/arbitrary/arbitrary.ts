import fc, { type Arbitrary } from 'fast-check';
import { withoutUnion } from '../constraints/fill.ts';
import { accepts, isObject, type JsonSchema, type JsonType, typesOf, variantsOf } from '../constraints/json-schema.ts';
import type { Medium } from '../constraints/variation.ts';
import { anyCharacter, headerCharacter, textOf, wellFormed } from './text.ts';

/** How often a property is tested, and the seed: a failure is reproducible. */
export const runs = { numRuns: 200, seed: 20_240_229 } as const;

/** The supported keywords. `const`, `enum` and unions allow no keyword beside them. */
const known = [
  ...['type', 'const', 'enum', 'anyOf', 'oneOf', 'minLength', 'maxLength', 'pattern', 'format'],
  ...['minimum', 'maximum', 'items', 'prefixItems', 'minItems', 'maxItems', 'properties', 'required'],
  ...['additionalProperties', 'partial'],
];

/** Arbitraries by schema: components occur many times, and making an arbitrary costs more than drawing from it. */
const cache = {
  json: new WeakMap<JsonSchema, Arbitrary<unknown>>(),
  text: new WeakMap<JsonSchema, Arbitrary<unknown>>(),
  header: new WeakMap<JsonSchema, Arbitrary<unknown>>(),
};

/**
 * Generates instances of a schema.
 *
 * @throws {Error} When the schema has an unsupported keyword.
 */
export function arbitraryOf(schema: JsonSchema, medium: Medium = 'json'): Arbitrary<unknown> {
  const arbitrary = cache[medium].get(schema) ?? make(schema, medium);
  cache[medium].set(schema, arbitrary);
  return arbitrary;
}

function make(schema: JsonSchema, medium: Medium): Arbitrary<unknown> {
  const unknown = Object.keys(schema).filter((keyword) => !known.includes(keyword));
  const variants = variantsOf(schema);
  if (variants.length > 0)
    unknown.push(...Object.keys(withoutUnion(schema)).filter((keyword) => keyword !== 'partial'));
  if (unknown.length > 0) {
    throw new Error(`unsupported keyword ${unknown.join(', ')}. Add it to test/contract/arbitrary/arbitrary.ts.`);
  }
  if (variants.length > 0) {
    const any = fc.oneof(...variants.map((variant) => arbitraryOf(variant, medium)));
    return schema.oneOf ? any.filter((value) => accepts(schema, value)) : any;
  }
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = typesOf(schema);
  if (types.length === 0) return anything(medium);
  return fc.oneof(...types.map((type) => typed(schema, type, medium)));
}

function typed(schema: JsonSchema, type: JsonType, medium: Medium): Arbitrary<unknown> {
  const { minimum: min, maximum: max, items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'string') return text(schema, medium);
  if (type === 'integer') {
    return fc.integer({ min: min ?? Number.MIN_SAFE_INTEGER, max: max ?? Number.MAX_SAFE_INTEGER });
  }
  if (type === 'number') {
    return fc.double({ noNaN: true, min: min ?? -Number.MAX_VALUE, max: max ?? Number.MAX_VALUE });
  }
  if (type === 'array') {
    if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => arbitraryOf(item, medium)));
    if (schema.partial) return fc.constant([]);
    // An empty list has no text form.
    const minLength = Math.max(minItems, medium === 'json' ? 0 : 1);
    const item = arbitraryOf(items, medium);
    // Nor has an item that is null.
    const sent = medium === 'json' ? item : item.filter((value) => value !== null);
    return fc.array(sent, { minLength, maxLength: Math.min(maxItems, Math.max(minLength, 3)) });
  }
  return object(schema, medium);
}

function text({ format, pattern, minLength, maxLength }: JsonSchema, medium: Medium): Arbitrary<string> {
  const date = fc.date({ noInvalidDate: true, min: new Date('0001-01-02'), max: new Date('9998-12-30') });
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  if (format === 'date') return date.map((value) => value.toISOString().slice(0, 10));
  if (format === 'date-time') return date.map((value) => value.toISOString());
  if (format === 'uuid') return fc.uuid();
  if (format === 'uri') return address;
  if (format === 'binary') return textOf(wellFormed, 1);
  if (format) throw new Error(`unsupported format ${format}. Add it to test/contract/arbitrary/arbitrary.ts.`);
  if (medium === 'header') return textOf(headerCharacter, Math.max(minLength ?? 0, 1), maxLength);
  return textOf(medium === 'json' ? anyCharacter : wellFormed, minLength, maxLength);
}

function object({ properties = {}, required = [], additionalProperties = true, partial }: JsonSchema, medium: Medium) {
  const declared = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema, medium)])),
    { requiredKeys: required.filter((name) => name in properties), noNullPrototype: true },
  );
  if (additionalProperties === false || partial) return declared;
  const value = isObject(additionalProperties) ? arbitraryOf(additionalProperties, medium) : anything(medium);
  // Brackets and other characters have a meaning in names of text media.
  const name = medium === 'json' ? textOf(anyCharacter) : fc.stringMatching(/^[a-z]{1,8}$/);
  const undeclared = name.filter((one) => !(Object.hasOwn(properties, one) || required.includes(one)));
  const more = fc.dictionary(undeclared, value, { maxKeys: 1, noNullPrototype: true });
  const forced = fc.record(
    Object.fromEntries(required.filter((one) => !(one in properties)).map((one) => [one, value])),
    { noNullPrototype: true },
  );
  return fc.tuple(more, forced, declared).map(([extra, needed, fields]) => ({ ...extra, ...needed, ...fields }));
}

/** URIs of any scheme: the format `uri` does not require HTTP. */
const address = fc
  .tuple(fc.constantFrom('https', 'http', 'demo-app'), textOf(wellFormed), textOf(wellFormed))
  .map(([scheme, path, query]) => `${scheme}://example.com/${encodeURIComponent(path)}?q=${encodeURIComponent(query)}`);

const anyJson = fc.jsonValue({ maxDepth: 1, stringUnit: anyCharacter });
const anyText = textOf(wellFormed);

function anything(medium: Medium): Arbitrary<unknown> {
  return { json: anyJson, text: anyText, header: textOf(headerCharacter, 1) }[medium];
}
