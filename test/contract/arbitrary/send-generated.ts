import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Operation, Parameter } from '@plumbline/spec-tools/document/document';
import { bodyModeOf, methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import fc, { type Arbitrary } from 'fast-check';
import type { Target } from '../check.ts';
import { isObject } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';
import type { Fetch } from '../recording.ts';
import { checkedByClient, contentTypeHeaders, sentBody } from '../requests/base-input.ts';
import { isRequestOf, tokenResponse, withTextBody } from '../requests/outgoing-request.ts';
import { arbitraryOf, runs } from './arbitrary.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Asserts that the validator accepts generated input of an operation's method as sent, and that JSON bodies are sent unchanged.
 *
 * @param respond Responds to each request. @default an empty object
 * @param numRuns How many inputs are generated for each media type.
 */
export async function sendGenerated(
  vendor: string,
  document: Document,
  operation: Operation,
  target: Target,
  respond: Fetch = async () => new Response('{}', { headers: { 'Content-Type': 'application/json' } }),
  numRuns: number = runs.numRuns,
): Promise<void> {
  const { url, validator } = target;
  let exchange: Exchange | undefined;
  const fetch = async (address: string, given: RequestInit) => {
    if (!isRequestOf(operation, address, given)) return tokenResponse();
    const init = await withTextBody(address, given);
    exchange = {
      request: {
        method: init.method ?? 'GET',
        url: address,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(init.body !== undefined && { body: init.body }),
      },
      response: { status: 200, headers: {} },
    };
    return respond(address, init);
  };
  const method = methodsOf(vendor, { baseUrl: url, fetch })(operation.id);
  const whole = bodyModeOf(document, operation) === 'whole';

  for (const mediaType of Object.keys(operation.body?.content ?? { '': {} })) {
    const headers = contentTypeHeaders(mediaType);
    const only = {
      ...operation,
      body: { content: { [mediaType]: operation.body?.content[mediaType] ?? {} } },
    } as Operation;
    const property = fc.asyncProperty(
      parametersOf(document, operation),
      bodyOf(document, operation, mediaType),
      async (parameters, body) => {
        exchange = undefined;
        await method(
          { ...parameters, ...(whole ? { body: sentBody(only, body) } : (body as Fields | undefined)) },
          { headers, retry: false },
        ).result();
        const sent: Exchange | undefined = exchange;
        assert.ok(sent, 'the client sent no request');
        assert.deepEqual(validator.request(sent), []);
        const isUnchanged = bodyKindOf(mediaType) === 'json' && !checkedByClient.includes(operation.id);
        if (isUnchanged && body !== undefined && !isEmpty(body)) {
          assert.deepEqual(JSON.parse((sent as Exchange).request.body ?? ''), JSON.parse(JSON.stringify(body)));
        }
      },
    );
    await fc.assert(property, { ...runs, numRuns });
  }
}

function parametersOf(document: Document, operation: Operation): Arbitrary<Fields> {
  const sent = methodParametersOf(operation);
  return fc.record(Object.fromEntries(sent.map((parameter) => [parameter.name, parameterOf(document, parameter)])), {
    requiredKeys: sent.filter(({ required }) => required).map(({ name }) => name),
  });
}

function parameterOf(
  document: Document,
  { in: place, schema, style = '', content, required }: Parameter,
): Arbitrary<unknown> {
  const isJson = content !== undefined && /json/.test(Object.keys(content).join());
  const medium = isJson ? 'json' : place === 'header' ? 'header' : 'text';
  const arbitrary = arbitraryOf(readSchema(document, schema), medium);
  if (isJson) return arbitrary;
  // An empty object has no text form.
  const isSent = (value: unknown) => !(required && isObject(value) && Object.keys(value).length === 0);
  // The client refuses values that make another path; `unsendableChecks` check them.
  const isSegment = (value: unknown) => place !== 'path' || !/^\.{0,2}$/.test(String(value));
  // It also refuses an item that looks like two.
  const separator = { spaceDelimited: / /, pipeDelimited: /\|/ }[style];
  const isPart = (value: unknown) => !separator?.test(JSON.stringify(value));
  return arbitrary.filter((value) => isSent(value) && isSegment(value) && isPart(value));
}

function bodyOf(document: Document, { body }: Operation, mediaType: string): Arbitrary<unknown> {
  const media = body?.content[mediaType];
  if (!media) return fc.constant(undefined);
  const kind = bodyKindOf(mediaType);
  const generated = arbitraryOf(readSchema(document, media.schema), kind === 'json' ? 'json' : 'text');
  // An empty text is not a body. Readers remove a byte order mark, so one alone is not either.
  const arbitrary = kind === 'json' ? generated : generated.filter((value) => !/^\ufeff?$/.test(String(value)));
  return body.required ? arbitrary : fc.option(arbitrary, { nil: undefined });
}

/** Whether a body has no fields: the client omits it where the body is optional. */
function isEmpty(body: unknown): boolean {
  return isObject(body) && Object.keys(body).length === 0;
}
