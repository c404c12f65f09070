import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import type { Media, Operation } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { redirects, streamTypesOf, successKeysOf } from '@plumbline/spec-tools/generate/media-types';
import { type Check, operationsToCheck, type Target } from '../check.ts';
import { readableData } from '../response-body.ts';

/** A response of an operation by status, media type and example. */
export interface ExampleResponse {
  readonly name: string;
  /** The status to request. For a range or a default, one of its statuses. */
  readonly status: number;
  /** Absent where the response has no body. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  readonly body: unknown;
}

/** The vendor's client reads each example response, and sends a request body in each of its media types. */
export function exampleResponseChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  const call = (operation: Operation, response: ExampleResponse, requestType: string | undefined, target: Target) => {
    const { status, mediaType, example } = response;
    const prefer = example ? `code=${status}, example=${example}` : `code=${status}`;
    const headers = { Prefer: prefer, ...(requestType && { 'Content-Type': requestType }) };
    const accept = status < 300 && mediaType ? { accept: mediaType } : {};
    const method = methodsOf(vendor, { baseUrl: target.url, fetch: target.fetch })(operation.id);
    return method(exampleInput(document, operation, requestType), { headers, ...accept, retry: false });
  };
  return operationsToCheck(document, ids).flatMap((operation): Check[] => {
    const responses = exampleResponsesOf(operation);
    const reads = responses.map((response) => ({
      name: `${operation.id} returns ${response.name} unchanged`,
      operation: operation.id,
      run: async (target: Target) => {
        const { status, mediaType = '', body } = response;
        const called = call(operation, response, undefined, target);
        if (isSuccess(operation, status) && streamTypesOf(document, operation).includes(mediaType)) {
          const events: unknown[] = [];
          for await (const event of called.stream?.() ?? []) events.push(event);
          assert.deepEqual(events, [body].flat());
          return;
        }
        const result = await called.result();
        assert.equal(result.status, status);
        assert.equal(result.ok, isSuccess(operation, status));
        assert.deepEqual(result.ok ? readableData(result.data) : result.error, body);
      },
    }));
    const bodies = Object.keys(operation.body?.content ?? {}).map((mediaType) => ({
      name: `${operation.id} accepts its request body as ${mediaType}`,
      operation: operation.id,
      run: async (target: Target) => {
        const success = exampleSuccessOf(operation);
        const result = await call(operation, success, mediaType, target).result();
        assert.deepEqual([result.ok, result.status], [true, success.status]);
      },
    }));
    return [...reads, ...bodies];
  });
}

/** Whether a status is a success of an operation: 2xx, or a redirect where it is all that the operation responds with. */
export function isSuccess(operation: Operation, status: number): boolean {
  return status < 300 || (status < 400 && redirects(operation));
}

/** The success that a mock responds with by default. */
export function exampleSuccessOf(operation: Operation): ExampleResponse {
  const [key] = successKeysOf(operation).sort();
  const own = key ? { [key]: operation.responses[key] ?? {} } : operation.responses;
  const [success] = exampleResponsesOf({ ...operation, responses: own });
  assert.ok(success, `${operation.id} declares no response`);
  return key === 'default' || key === '2XX' ? { ...success, status: 200 } : success;
}

/** The example responses of an operation in the order of the spec. */
export function exampleResponsesOf(operation: Operation): ExampleResponse[] {
  return Object.entries(operation.responses).flatMap(([key, { content }]): ExampleResponse[] => {
    const status = key === 'default' ? 418 : Number(key.replace('XX', '03'));
    if (!content || operation.method === 'HEAD')
      return [{ name: key, status, mediaType: undefined, example: undefined, body: undefined }];
    return Object.entries(content).flatMap(([mediaType, media]) =>
      examplesOf(media).map(([example, body]) => ({
        name: `${key} ${mediaType} ${example}`,
        status,
        mediaType,
        example,
        body,
      })),
    );
  });
}

function examplesOf({ examples = {} }: Media): [name: string, value: unknown][] {
  return Object.entries(examples).map(([name, { value }]) => [name, value]);
}
