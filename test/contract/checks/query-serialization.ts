import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import type { Operation } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { parametersOf, readParameters } from '@plumbline/spec-tools/validate/parameters';
import { createFinder } from '@plumbline/spec-tools/validate/validate-exchange';
import { type Check, operationsToCheck, type Target } from '../check.ts';
import { recordingFetch } from '../recording.ts';
import { assertSent } from '../requests/assert-sent.ts';

/**
 * The document of the target reads lists and objects of a query back as the client got them.
 *
 * The mock cannot find a wrong style: `a,b` is valid as a list of one item and as a list of two.
 */
export function querySerializationChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  return operationsToCheck(document, ids).flatMap((operation) =>
    methodParametersOf(operation)
      .filter(({ in: place, schema }) => place === 'query' && /array|object/.test(String(schema.type)))
      .map((parameter) => {
        const { name, sentName, example } = parameter;
        // Each style serializes a list of one item alike.
        const value = Array.isArray(example) ? [...example, ...example] : example;
        return {
          name: `${operation.id} serializes its parameter ${name} so that the spec reads it back`,
          operation: operation.id,
          run: async (target: Target) => {
            const exchanges: Exchange[] = [];
            const fetch = recordingFetch(exchanges, target.fetch);
            const method = methodsOf(vendor, { baseUrl: target.url, fetch })(operation.id);
            await method({ ...exampleInput(document, operation), [name]: value }, { retry: false }).result();
            assertSent(document, parameter, readBack(operation, exchanges, target)[sentName], value);
          },
        };
      }),
  );
}

/** The parameters of the last request as the document of the target reads them. A token request may come first. */
function readBack(
  { id }: Operation,
  exchanges: readonly Exchange[],
  { document, url }: Target,
): Record<string, unknown> {
  const exchange = exchanges.at(-1);
  assert.ok(exchange);
  const match = createFinder(document, url)(exchange);
  assert.equal(match?.operation.id, id);
  const read = readParameters(document, parametersOf(document, match.operation), exchange.request, match);
  const inQuery = read.filter(({ parameter }) => parameter.in === 'query');
  return Object.fromEntries(inQuery.map(({ parameter, value }) => [parameter.name, value]));
}
