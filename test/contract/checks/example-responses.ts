import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import { type Media, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import type { Check, Target } from '../check.ts';

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
export function exampleResponseChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  const call = (operation: Operation, response: ExampleResponse, requestType: string | undefined, target: Target) => {
    const { status, mediaType, example } = response;
    const prefer = example ? `code=${status}, example=${example}` : `code=${status}`;
    const headers = { Prefer: prefer, ...(requestType && { 'Content-Type': requestType }) };
    const accept = status < 300 && mediaType ? { accept: mediaType } : {};
    const method = methodsOf(vendor, { baseUrl: target.url, fetch: target.fetch })(operation.id);
    return method(exampleInput(document, operation, requestType), { headers, ...accept, retry: false }).result();
  };
  return operationsOf(document).flatMap((operation): Check[] => {
    const responses = exampleResponsesOf(operation);
    const reads = responses.map((response) => ({
      name: `${operation.id} returns ${response.name} unchanged`,
      operation: operation.id,
      run: async (target: Target) => {
        const result = await call(operation, response, undefined, target);
        assert.equal(result.status, response.status);
        assert.equal(result.ok, response.status < 300);
        assert.deepEqual(result.ok ? result.data : result.error, response.body);
      },
    }));
    const bodies = Object.keys(operation.body?.content ?? {}).map((mediaType) => ({
      name: `${operation.id} accepts its request body as ${mediaType}`,
      operation: operation.id,
      run: async (target: Target) => {
        const [success] = responses;
        assert.ok(success);
        const result = await call(operation, success, mediaType, target);
        assert.deepEqual([result.ok, result.status], [true, success.status]);
      },
    }));
    return [...reads, ...bodies];
  });
}

/** The example responses of an operation in the order of the spec: successes first. */
export function exampleResponsesOf({ responses }: Operation): ExampleResponse[] {
  return Object.entries(responses).flatMap(([key, { content }]): ExampleResponse[] => {
    const status = key === 'default' ? 418 : Number(key.replace('XX', '03'));
    if (!content) return [{ name: key, status, mediaType: undefined, example: undefined, body: undefined }];
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
