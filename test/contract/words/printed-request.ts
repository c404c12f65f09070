import { strict as assert } from 'node:assert';
import { namesIn, patternOf } from '@plumbline/scripts/path-template';
import type { Document, Operation } from '@plumbline/scripts/spec';
import { operationIn, serverOf } from './operation-in.ts';
import type { Payload } from './words.ts';

/** A request as a vendor prints it, taken apart. */
export interface PrintedRequest {
  readonly method: string;
  /** From the server's prefix on, as the mock serves it. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** What stands in the places of the path that the spec names. */
  readonly pathValues: Readonly<Record<string, string>>;
}

/** Takes a printed request apart, and asserts that its host, path and method are those that a document gives its operation. */
export function readPrintedRequest(document: Document, sample: Payload): PrintedRequest {
  const operation = operationIn(document, sample.operation);
  const server = new URL(serverOf(document, operation));
  const url = new URL(sample.url ?? '', server);
  const headers = new Headers(sample.headers);
  assert.equal(headers.get('Host') ?? url.host, server.host);
  headers.delete('Host');
  assert.equal(url.protocol, server.protocol);
  const prefix = server.pathname.replace(/\/$/, '');
  assert.ok(url.pathname.startsWith(prefix), `${url.pathname} does not begin with ${prefix}`);
  const path = url.pathname.slice(prefix.length);
  assert.equal(sample.method, operation.method);
  return {
    method: operation.method,
    path,
    query: url.searchParams,
    headers,
    body: encodeBody(sample),
    pathValues: readPath(operation, path),
  };
}

function readPath({ path: template }: Operation, path: string): Record<string, string> {
  const values = patternOf(template).exec(path);
  assert.ok(values, `${path} is not ${template}`);
  return Object.fromEntries(
    namesIn(template).map((name, index) => [name, decodeURIComponent(values[index + 1] ?? '')]),
  );
}

function encodeBody({ body, mediaType }: Payload): string | undefined {
  if (body === undefined) return undefined;
  const isForm = mediaType === 'application/x-www-form-urlencoded';
  return isForm ? String(new URLSearchParams(body as Record<string, string>)) : JSON.stringify(body);
}
