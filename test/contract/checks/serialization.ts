import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { parametersOf, readParameters } from '@plumbline/spec-tools/validate/parameters';
import { createFinder } from '@plumbline/spec-tools/validate/validate-exchange';
import type { Check, Target } from '../check.ts';
import { recordingFetch } from '../recording.ts';

/**
 * What the client writes into a query as a list or an object, the document of the target reads back as it was meant.
 *
 * No validator tells `a,b` as a list of two from a list of one, so that a wrong style is invisible to the mock.
 */
export function serializationChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  return operationsOf(document).flatMap((operation) =>
    operation.parameters
      .filter(({ in: place, schema }) => place === 'query' && /array|object/.test(String(schema.type)))
      .map(({ name, example }) => {
        // A list of one is written the same in every style.
        const value = Array.isArray(example) ? [...example, ...example] : example;
        return {
          name: `${operation.id} writes its parameter ${name} so that it is read as it was meant`,
          operation: operation.id,
          run: async (target: Target) => {
            const exchanges: Exchange[] = [];
            const fetch = recordingFetch(exchanges, target.fetch);
            const method = methodsOf(vendor, { baseUrl: target.url, fetch })(operation.id);
            await method({ ...exampleInput(document, operation), [name]: value }, { retry: false }).result();
            assert.deepEqual(readBack(operation, exchanges, target)[name], value);
          },
        };
      }),
  );
}

/** The parameters of the request that was sent last, a token may come before, as the document of the target reads them. */
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
  return Object.fromEntries(read.map(({ parameter, value }) => [parameter.name, value]));
}
