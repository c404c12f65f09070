import { strict as assert } from 'node:assert';
import type { Document } from '@plumbline/scripts/spec';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Check } from '../check.ts';
import { assertFollowed } from './assert-followed.ts';
import { type Field, findField, itemsOf } from './field.ts';
import { type Row, readTables, sectionOf } from './words.ts';

/** The keywords that a spec leaves out of what is read: an answer is never refused for them. */
const limits = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'];

/** Each row of the vendor's tables of parameters and fields: the spec has it, with that type, need, default, limits and values. */
export function fieldChecks(vendor: string): Check[] {
  return readTables(vendor, 'fields').flatMap(({ source, places = [], rows }) =>
    places.flatMap((place) =>
      rows.map((row) => ({
        name: `${place} ${row.excluded ? 'leaves out' : 'has'} ${row.name} (${sectionOf(source)})`,
        operation: place.split(' ')[0] ?? '',
        run: async ({ document }) => checkField(document, place, row),
      })),
    ),
  );
}

function checkField(document: Document, place: string, row: Row): void {
  const field = findField(document, place, String(row.name));
  if (row.excluded) {
    assert.equal(field, undefined, `${place} has ${row.name}, which the samples exclude: take the exclusion away`);
    return;
  }
  assert.ok(field, `${place} has no ${row.name}`);
  const sent = /^\S+ (query|path|header|body)\b/.test(place);
  for (const [key, printed] of Object.entries(row)) {
    const comparison = compare(document, field, key, printed, sent);
    if (!comparison) continue;
    const [found, expected] = comparison;
    assertFollowed(row, key, found, expected);
  }
}

/** What the spec has for a key of a row, and what it should have; nothing where it need not have anything. */
function compare(
  document: Document,
  field: Field,
  key: string,
  printed: unknown,
  sent: boolean,
): [found: unknown, expected: unknown] | undefined {
  const keyword = field.schemas.find((schema) => schema[key] !== undefined)?.[key];
  if (limits.includes(key)) return [keyword, sent ? printed : undefined];
  switch (key) {
    case 'type':
      return [typesOf(field.schemas), [printed].flat().sort()];
    case 'items':
      return [typesOf(itemsOf(document, field)), [printed].flat().sort()];
    case 'required':
      // What the vendor does not demand in an answer, a spec may: by the page's samples.
      return sent || printed ? [field.required, printed] : undefined;
    case 'values': {
      const values = field.schemas.flatMap((schema) => ('const' in schema ? [schema.const] : (schema.enum ?? [])));
      const known = sent ? values : values.filter((value) => (printed as unknown[]).includes(value));
      return [[...new Set(known)].sort(), [...(printed as unknown[])].sort()];
    }
    case 'example':
      return [field.schemas.some((schema) => accepts(document, schema, printed)), true];
    case 'default':
    case 'format':
    case 'deprecated':
      return [keyword, printed];
    default:
      return undefined;
  }
}

function typesOf(schemas: readonly { readonly type?: string | readonly string[] }[]): string[] {
  return [...new Set(schemas.flatMap(({ type = [] }) => type))].sort();
}

function accepts(document: Document, schema: object, value: unknown): boolean {
  // The references of a schema count from the root of the document.
  return new Ajv2020({ strict: false, validateFormats: false }).validate({ ...document, allOf: [schema] }, value);
}
