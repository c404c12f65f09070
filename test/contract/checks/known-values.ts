import { strict as assert } from 'node:assert';
import {
  type Document,
  type Operation,
  operationsOf,
  type Reference,
  resolve,
} from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type Check, operationsToCheck, type Target } from '../check.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema | Reference>>;
  readonly items?: Schema | Reference;
  readonly anyOf?: readonly (Schema | Reference)[];
  readonly enum?: readonly unknown[];
}

/** The error codes of a token endpoint (RFC 6749 §5.2). */
const tokenErrors = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/**
 * An open enum in a response lists each value that a request accepts for the property of the same name, and each code of RFC 6749.
 * An open enum allows other values too, so a validator cannot find a missing one.
 *
 * Operations with unknown evidence are not checked: the same name may have another meaning there.
 */
export function knownValueChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  return operationsToCheck(document, ids).flatMap((operation) =>
    expectedValues(document, operation).map(({ name, values, source }) => ({
      name: `${operation.id} lists each value of ${name} that ${source}`,
      operation: operation.id,
      run: async (target: Target) => {
        const served = operationsOf(target.document).find(({ id }) => id === operation.id);
        assert.ok(served);
        const found = responseEnums(target.document, served).get(name) ?? new Set();
        assert.deepEqual(
          values.filter((value) => !found.has(value)),
          [],
        );
      },
    })),
  );
}

/** The values that the open enums of an operation's responses must list, by the name of their property, and where each comes from. */
export function expectedValues(
  document: Document,
  operation: Operation,
): { readonly name: string; readonly values: readonly unknown[]; readonly source: string }[] {
  if (operation.object['x-evidence'].level === 'unknown') return [];
  const sent = new Map(operationsOf(document).flatMap((other) => requestEnums(document, other)));
  return [...responseEnums(document, operation)].flatMap(([name, listed]) => {
    if (isTokenError(listed)) return { name, values: tokenErrors, source: 'RFC 6749 defines' };
    const values = sent.get(name);
    return values ? { name, values, source: 'a request accepts' } : [];
  });
}

function isTokenError(values: ReadonlySet<unknown>): boolean {
  return values.has('invalid_grant') || values.has('invalid_client');
}

/** The closed enums of requests, by the name of their parameter or property. */
function requestEnums(
  document: Document,
  { parameters, body }: Operation,
): [name: string, values: readonly unknown[]][] {
  const parts = [
    ...parameters.map(({ name, schema }) => [name, schema] as const),
    ...Object.values(body?.content ?? {}).flatMap(({ schema }) => [...propertiesIn(document, schema)]),
  ];
  return parts.flatMap(([name, schema]) => (schema.enum ? [[name, schema.enum]] : []));
}

/** The listed values of the open enums of responses, by the name of their property. */
function responseEnums(document: Document, { responses }: Operation): Map<string, Set<unknown>> {
  const read = new Map<string, Set<unknown>>();
  for (const { content = {} } of Object.values(responses)) {
    for (const { schema } of Object.values(content)) {
      for (const [name, { anyOf = [] }] of propertiesIn(document, schema)) {
        const values = anyOf.flatMap((variant) => resolve(document, variant).enum ?? []);
        if (values.length > 0) read.set(name, new Set([...(read.get(name) ?? []), ...values]));
      }
    }
  }
  return read;
}

/** Each property of a schema, at any depth. */
function* propertiesIn(
  document: Document,
  schema: Schema | Reference,
  seen: Set<object> = new Set(),
): Generator<readonly [name: string, schema: Schema]> {
  const resolved = resolve<Schema>(document, schema);
  if (seen.has(resolved)) return;
  seen.add(resolved);
  for (const [name, property] of Object.entries(resolved.properties ?? {})) {
    yield [name, resolve<Schema>(document, property)];
    yield* propertiesIn(document, property, seen);
  }
  for (const part of [resolved.items ?? [], resolved.anyOf ?? []].flat()) yield* propertiesIn(document, part, seen);
}
