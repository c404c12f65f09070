import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import type { Document, Operation, Parameter } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { bodyModeOf, isMethodParameter, methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { readBody } from '@plumbline/spec-tools/validate/body';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { parametersOf, readParameters } from '@plumbline/spec-tools/validate/parameters';
import { createFinder } from '@plumbline/spec-tools/validate/validate-exchange';
import { type Check, operationsToCheck, type Target } from '../check.ts';
import { recordingFetch } from '../recording.ts';
import { assertSent } from '../requests/assert-sent.ts';
import { contentTypeHeaders, sentBody } from '../requests/base-input.ts';

/** Each optional parameter and each example of a request body arrives at the mock as the spec serializes it. */
export function parameterChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  return operationsToCheck(document, ids).flatMap((operation) => [
    ...optionalChecks(vendor, document, operation),
    ...bodyChecks(vendor, document, operation),
  ]);
}

function optionalChecks(vendor: string, document: Document, operation: Operation): Check[] {
  const optional = operation.parameters.filter(({ required }) => !required);
  const withOnly = (parameter?: Parameter) => {
    const input = exampleInput(document, operation);
    for (const one of methodParametersOf(operation))
      if (!one.required && (one.in !== parameter?.in || one.sentName !== parameter.name)) delete input[one.name];
    const headers = parameter && !isMethodParameter(parameter) ? { [parameter.name]: String(parameter.example) } : {};
    return { input, headers };
  };
  const bare: Check = {
    name: `${operation.id} sends only its required parameters by default`,
    operation: operation.id,
    run: async (target) => {
      const { input, headers } = withOnly();
      const request = await send(vendor, operation, input, headers, target);
      const sent = Object.keys(parametersIn(document, operation, request, target));
      const added = optional.filter((parameter) => !isMethodParameter(parameter)).map(keyOf);
      assert.deepEqual(
        sent.filter((name) => !added.includes(name)),
        requiredOf(operation),
      );
    },
  };
  const each = optional.map((parameter) => ({
    name: `${operation.id} sends its ${parameter.in} parameter ${parameter.name} as the spec serializes it`,
    operation: operation.id,
    run: async (target: Target) => {
      const { input, headers } = withOnly(parameter);
      const request = await send(vendor, operation, input, headers, target);
      const sent = parametersIn(document, operation, request, target)[keyOf(parameter)];
      assertSent(document, parameter, sent, parameter.example);
    },
  }));
  return optional.length > 0 ? [bare, ...each] : [];
}

function bodyChecks(vendor: string, document: Document, operation: Operation): Check[] {
  return Object.entries(operation.body?.content ?? {}).flatMap(([mediaType, media]) =>
    Object.entries(media.examples ?? {}).map(([name, { value }]) => ({
      name: `${operation.id} sends the example ${name} as ${mediaType}`,
      operation: operation.id,
      run: async (target: Target) => {
        const parameters = exampleInput(document, { ...operation, body: undefined });
        const isWhole = bodyModeOf(document, operation) === 'whole';
        const input = { ...parameters, ...(isWhole ? { body: value } : Object(value)) };
        const sent = isWhole
          ? { ...input, body: sentBody({ ...operation, body: { content: { [mediaType]: media } } }, value) }
          : input;
        const request = await send(vendor, operation, sent, contentTypeHeaders(mediaType), target);
        // The client omits an empty optional body.
        const absent = request.body === undefined && !operation.body?.required;
        assert.deepEqual(
          absent ? {} : readBody(document, request.headers['content-type'] ?? '', media, request.body ?? ''),
          value,
        );
      },
    })),
  );
}

/** Calls an operation through its vendor's client and returns the last request, since a token request may come first. */
async function send(
  vendor: string,
  { id }: Operation,
  input: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
  target: Target,
): Promise<Exchange['request']> {
  const exchanges: Exchange[] = [];
  const fetch = recordingFetch(exchanges, target.fetch);
  const result = await methodsOf(vendor, { baseUrl: target.url, fetch })(id)(input, { headers, retry: false }).result();
  assert.equal(result.ok, true, `the mock returns ${result.status}`);
  const request = exchanges.at(-1)?.request;
  assert.ok(request);
  return request;
}

function parametersIn(
  document: Document,
  operation: Operation,
  request: Exchange['request'],
  { url }: Target,
): Record<string, unknown> {
  const match = createFinder(document, url)({ request, response: { status: 0, headers: {} } });
  assert.equal(match?.operation.id, operation.id);
  const read = readParameters(document, parametersOf(document, operation), request, match as NonNullable<typeof match>);
  return Object.fromEntries(
    read.filter((one) => one.value !== undefined).map((one) => [keyOf(one.parameter), one.value]),
  );
}

function requiredOf({ parameters }: Operation): string[] {
  return parameters.filter(({ required }) => required).map(keyOf);
}

/** Two parameters may have one name in different locations. */
function keyOf({ in: place, name }: Pick<Parameter, 'in' | 'name'>): string {
  return `${place} ${name}`;
}
