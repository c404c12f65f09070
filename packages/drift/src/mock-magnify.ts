import { recordingFetch } from '@plumbline/runtime/testing';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import type { Environment } from './exchange-source.ts';
import type { Report } from './report.ts';
import { type Options, type Result, run } from './run.ts';

/** A response of the mock. */
interface MockResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, unless it is a text. */
  readonly body?: unknown;
}

/**
 * Changes the responses of the mock, by operationId. A function gets the example of the spec and changes it in place, or returns
 * parts of a {@link MockResponse}.
 */
// biome-ignore lint/suspicious/noExplicitAny: a test plants what no type allows.
export type Changes = Readonly<Record<string, (body: any) => unknown>>;

export const credentials = { MAGNIFY_CLIENT_ID: 'planted-client-id', MAGNIFY_CLIENT_SECRET: 'planted-client-secret' };

/** The server of the mock. */
export const baseUrl = 'https://magnify.test';

/** Runs drift on a mock of Magnify that responds with the examples of its spec, except for the changes. */
export async function runOnMock(
  changes: Changes,
  options: Partial<Options> = {},
  environment: Environment = credentials,
): Promise<Result & { readonly requests: readonly string[] }> {
  const document = readSpec('magnify');
  const requests: string[] = [];
  const result = await run({ vendor: 'magnify', baseUrl, ...options }, environment, async (url, { method = 'GET' }) => {
    const path = url.slice(baseUrl.length);
    requests.push(`${method} ${path}`);
    const { status, headers, body } = respond(document, changes, method, path);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  });
  return { ...result, requests };
}

/** Runs drift without a vendor: every request fails the test. */
export function runOffline(options: Partial<Options>, environment: Environment = {}): Promise<Result> {
  return run({ vendor: 'magnify', ...options }, environment, recordingFetch([]));
}

/** The report of a run with `--json`. */
export function reportOf({ output }: Pick<Result, 'output'>): Report {
  return JSON.parse(output);
}

function respond(document: Document, changes: Changes, method: string, url: string): MockResponse {
  const [path = ''] = url.split('?');
  const operation = operationsOf(document).find((one) => one.method === method && patternOf(one.path).test(path));
  if (!operation) return { status: 500, headers: {}, body: `No operation for ${method} ${path}` };
  const [media] = Object.values(operation.responses['200']?.content ?? {});
  const [example] = Object.values(media?.examples ?? {});
  const body = structuredClone(example?.value);
  const changed = (changes[operation.id]?.(body) ?? {}) as Partial<MockResponse>;
  return { status: 200, headers: { 'content-type': 'application/json' }, body, ...changed };
}
