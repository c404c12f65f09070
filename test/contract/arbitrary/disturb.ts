import fc, { type Arbitrary } from 'fast-check';
import { isObject } from '../constraints/json-schema.ts';
import { anyCharacter, textOf } from './text.ts';

type Put = (value: unknown) => unknown;

/** Undocumented changes that vendors make to responses. Each function returns the new value of a place. */
const disturbances: Readonly<Record<string, (value: unknown, text: string) => unknown>> = {
  unchanged: (value) => value,
  'null instead': () => null,
  'another value, such as a new enum member': (_, text) => text,
  'an added field': (value, text) => (isObject(value) ? { ...value, [text]: { [text]: [text, null] } } : value),
  'fields missing': (value) => (isObject(value) ? {} : value),
  'an empty list': (value) => (Array.isArray(value) ? [] : value),
  'a null in a list': (value) => (Array.isArray(value) ? [null, ...value] : value),
  'text for a number': (value) => (typeof value === 'number' ? String(value) : value),
};

/** The values of an arbitrary, each disturbed at one place. */
export function disturbed(arbitrary: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(arbitrary, fc.nat(), fc.constantFrom(...Object.values(disturbances)), textOf(anyCharacter))
    .map(([value, at, disturb, text]) => {
      const places = [...placesOf(value, (put) => put)];
      const place = places[at % places.length];
      return place ? place.put(disturb(place.value, text)) : value;
    });
}

/** Each place within a value, itself included, and a function that puts another value there. */
function* placesOf(value: unknown, put: Put): Generator<{ readonly value: unknown; readonly put: Put }> {
  yield { value, put };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesOf(item, (other) => put(replaced(value, index, other)));
  } else if (isObject(value)) {
    for (const [name, field] of Object.entries(value))
      yield* placesOf(field, (other) => put({ ...value, [name]: other }));
  }
}

function replaced(list: readonly unknown[], index: number, value: unknown): unknown[] {
  const copy = [...list];
  copy[index] = value;
  return copy;
}
