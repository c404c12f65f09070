import type { Document } from '@plumbline/spec-tools/document/document';
import { escapeKey } from '@plumbline/spec-tools/document/pointer';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { closeDocument, type Marks } from './closed-document.ts';
import type { Difference } from './difference.ts';
import { type Entries, hasTwin, inferSchema, mostNames } from './inferred-schema.ts';
import { isPlainName, isPlainToken } from './plain-name.ts';

/** What a difference in a body tells besides where the body was. */
export type BodyDifference = Omit<Difference, 'operation' | 'status' | 'place'>;

/** Compares bodies with the schemas of a document, closed. */
export interface BodyJudge {
  /** @param pointer Where the schema of the body is in the document. */
  compare(pointer: string, body: unknown): BodyDifference[];
  /** How many values met the schema at a pointer. */
  visits(pointer: string): number;
}

type Refusal = ErrorObject & { readonly parentSchema: Marks & Readonly<Record<string, unknown>> };

/** Makes the judge of a document's response bodies. */
export function createBodyJudge(document: Document): BodyJudge {
  const visits = new Map<string, number>();
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, logger: false });
  formats.default(ajv);
  ajv.addKeyword({
    keyword: 'x-pointer',
    errors: false,
    validate: (pointer: string) => {
      visits.set(pointer, (visits.get(pointer) ?? 0) + 1);
      return true;
    },
  });
  const closed = closeDocument(document);
  ajv.addSchema(closed, 'closed', false, false);
  const names = new Set(namesIn(closed));

  return {
    visits: (pointer) => visits.get(pointer) ?? 0,
    compare: (pointer, body) => {
      const id = `closed#/bodies/${encodeURIComponent(escapeKey(pointer))}`;
      const validate = ajv.getSchema(id) ?? ajv.compile({ $ref: id });
      if (validate(body)) return [];
      return readRefusals((validate.errors ?? []) as Refusal[]).map((difference) => ({
        ...difference,
        pointer: maskPointer(names, difference.pointer),
      }));
    },
  };
}

function readRefusals(all: readonly Refusal[]): BodyDifference[] {
  const forms = all.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf').map((one) => one.instancePath);
  const mistyped = new Set(all.filter(({ keyword }) => keyword === 'type').map((one) => one.instancePath));
  return all.flatMap((refusal): BodyDifference[] => {
    const { keyword, instancePath: pointer, params, parentSchema, data } = refusal;
    const isForm = keyword === 'anyOf' || keyword === 'oneOf';
    // No form took the value: why each did not says little.
    if (forms.some((form) => pointer.startsWith(`${form}/`) || (pointer === form && !isForm))) return [];
    const { 'x-pointer': at = '', 'x-open-enum': openEnum } = parentSchema;
    if (isForm) return [{ kind: 'changed form', pointer, at: `${at}/${keyword}`, found: inferSchema(data) }];
    if (keyword === 'type') {
      const expected = [parentSchema.type].flat().join(' or ');
      return [{ kind: 'changed type', pointer, at, expected, found: inferSchema(data) }];
    }
    if (keyword === 'required') return [{ kind: 'missing field', pointer, at, name: params.missingProperty }];
    if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
      const key: string = params.additionalProperty ?? params.unevaluatedProperty;
      const name = isNameAmong(data as object, parentSchema.properties as object, key) ? key : undefined;
      const kind = parentSchema['x-left-open'] ? 'undescribed field' : 'new field';
      const found = inferSchema((data as Record<string, unknown>)[key]);
      return [{ kind, pointer, at, name, found: name === undefined ? { type: found.type } : found }];
    }
    if (mistyped.has(pointer) || keyword === 'if') return [];
    if (keyword === 'enum' || keyword === 'const') {
      const name =
        typeof data === 'string' && isPlainToken(data, params.allowedValues ?? [params.allowedValue])
          ? data
          : undefined;
      const open = openEnum !== undefined;
      return [{ kind: 'new enum value', pointer, at: openEnum ?? `${at}/${keyword}`, name, open }];
    }
    if (keyword === 'format') return [{ kind: 'changed format', pointer, at, expected: params.format }];
    return [{ kind: 'changed constraint', pointer, at, name: keyword }];
  });
}

/** The keys of an object that the spec does not name. */
const additions = new WeakMap<object, Entries>();

/** Whether a key that the spec does not name is a name, and not data: neither it nor the new keys beside it look like data. */
function isNameAmong(object: object, known: object = {}, key: string): boolean {
  if (!isPlainName(key)) return false;
  const added = additions.get(object) ?? Object.entries(object).filter(([name]) => !Object.hasOwn(known, name));
  additions.set(object, added);
  if (added.length > mostNames || hasTwin(added, key)) return false;
  return added.filter(([name]) => isPlainName(name)).length >= added.length / 2;
}

/** An index becomes `*`, and a key that no schema names becomes `{key}`: it is data. */
function maskPointer(names: ReadonlySet<string>, pointer: string): string {
  return pointer.replace(/[^/]+/g, (key) => {
    if (/^\d+$/.test(key)) return '*';
    return names.has(key) ? key : '{key}';
  });
}

function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { readonly properties?: object };
  const own = Array.isArray(node) || Object(properties) !== properties ? [] : Object.keys(properties as object);
  return [...own.map(escapeKey), ...Object.values(node).flatMap(namesIn)];
}
