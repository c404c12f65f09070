import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import { type Media, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import type { Check, Target } from '../check.ts';

/** One status, media type and example of an operation: what is asked for, and what must come back. */
export interface Cell {
  readonly name: string;
  /** A number to ask for where the spec declares a range or a default. */
  readonly status: number;
  /** The media type of the response, or nothing where it has no body. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  readonly body: unknown;
}

/** Every operation × documented status × media type × example, and each media type of a body, called by the vendor's client. */
export function cellChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  const call = (operation: Operation, cell: Cell, requestType: string | undefined, target: Target) => {
    const prefer = cell.example ? `code=${cell.status}, example=${cell.example}` : `code=${cell.status}`;
    const headers = { Prefer: prefer, ...(requestType && { 'Content-Type': requestType }) };
    const accept = cell.status < 300 && cell.mediaType ? { accept: cell.mediaType } : {};
    const method = methodsOf(vendor, { baseUrl: target.url, fetch: target.fetch })(operation.id);
    return method(exampleInput(document, operation, requestType), { headers, ...accept, retry: false }).result();
  };
  return operationsOf(document).flatMap((operation): Check[] => {
    const cells = cellsOf(operation);
    const answers = cells.map((cell) => ({
      name: `${operation.id} ${cell.name} arrives as the spec gives it`,
      operation: operation.id,
      run: async (target: Target) => {
        const result = await call(operation, cell, undefined, target);
        assert.equal(result.status, cell.status);
        assert.equal(result.ok, cell.status < 300);
        assert.deepEqual(result.ok ? result.data : result.error, cell.body);
      },
    }));
    const bodies = Object.keys(operation.body?.content ?? {}).map((mediaType) => ({
      name: `${operation.id} takes its body as ${mediaType}`,
      operation: operation.id,
      run: async (target: Target) => {
        const [success] = cells;
        assert.ok(success);
        const result = await call(operation, success, mediaType, target);
        assert.deepEqual([result.ok, result.status], [true, success.status]);
      },
    }));
    return [...answers, ...bodies];
  });
}

/** The cells of an operation: successes first, in the order of the spec. */
export function cellsOf({ responses }: Operation): Cell[] {
  return Object.entries(responses).flatMap(([key, { content }]): Cell[] => {
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
