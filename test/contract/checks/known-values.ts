import { strict as assert } from 'node:assert';
import {
  type Document,
  type Operation,
  operationsOf,
  type Reference,
  resolve,
} from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import type { Check } from '../check.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema | Reference>>;
  readonly items?: Schema | Reference;
  readonly anyOf?: readonly (Schema | Reference)[];
  readonly enum?: readonly unknown[];
}

/** The codes of an error of a token endpoint, by RFC 6749 §5.2. */
const tokenErrors = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/**
 * An open enum knows the values that something else than its own page names: those that a request takes for the property of
 * that name, and the codes of RFC 6749. Any other value is allowed too, so no validator misses one.
 *
 * Of an operation that nobody has held against the vendor's page it is not known that the same name means the same.
 */
export function knownValueChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  const sent = new Map(operationsOf(document).flatMap((operation) => enumsSent(document, operation)));
  const looked = operationsOf(document).filter(({ object }) => object['x-evidence'].level !== 'unknown');
  return looked.flatMap((operation): Check[] =>
    [...valuesRead(document, operation)].flatMap(([name, known]) => {
      const values = isTokenError(known) ? tokenErrors : sent.get(name);
      if (!values) return [];
      return {
        name: `${operation.id} knows each value of ${name} that ${isTokenError(known) ? 'RFC 6749' : 'a request'} has`,
        operation: operation.id,
        run: async (target) => {
          const served = operationsOf(target.document).find(({ id }) => id === operation.id);
          assert.ok(served);
          const found = valuesRead(target.document, served).get(name) ?? new Set();
          assert.deepEqual(
            values.filter((value) => !found.has(value)),
            [],
          );
        },
      };
    }),
  );
}

function isTokenError(values: ReadonlySet<unknown>): boolean {
  return values.has('invalid_grant') || values.has('invalid_client');
}

/** The closed enums of what is sent, by the name of their parameter or property. */
function enumsSent(document: Document, { parameters, body }: Operation): [name: string, values: readonly unknown[]][] {
  const parts = [
    ...parameters.map(({ name, schema }) => [name, schema] as const),
    ...Object.values(body?.content ?? {}).flatMap(({ schema }) => [...propertiesIn(document, schema)]),
  ];
  return parts.flatMap(([name, schema]) => (schema.enum ? [[name, schema.enum]] : []));
}

/** The known values of the open enums of what is read, by the name of their property. */
function valuesRead(document: Document, { responses }: Operation): Map<string, Set<unknown>> {
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

/** Every property of a schema, at any depth. */
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
