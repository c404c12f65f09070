import { createTargetFinder } from '@plumbline/drift/find-operation';
import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { redirects } from '@plumbline/spec-tools/generate/media-types';

/** A call of a snippet. */
export interface SnippetCall {
  readonly operation: string;
  /** Whether the response has a status that the client takes for a success. */
  readonly ok: boolean;
}

/** A vendor, and the address of its mock. */
export interface MockedVendor {
  readonly document: Document;
  readonly url: string;
}

/** The platform's `fetch`, read before a test replaces it. */
const platformFetch = globalThis.fetch;

/**
 * A `fetch` that sends requests for a vendor's server to its mock, so that no request leaves the machine. Each request for a list gets
 * the next example page, then an empty one.
 *
 * @param calls The list to which each call is added.
 * @throws {Error} When no spec declares the operation of a request.
 */
export function vendorFetch(vendors: readonly MockedVendor[], calls: SnippetCall[]): typeof fetch {
  const finders = vendors.map(({ document, url }) => ({ find: createTargetFinder(document), mock: url }));
  return async (input, init = {}) => {
    const url = String(input);
    // A sandbox that a snippet serves.
    if (url.startsWith('http://127.0.0.1:')) return platformFetch(url, init);
    const { method = 'GET' } = init;
    const headers = new Headers(init.headers);
    const request = { method, url, headers: Object.fromEntries(headers) };
    for (const { find, mock } of finders) {
      const { server = '', operation } = find(request) ?? {};
      if (!operation) continue;
      const page = pageOf(operation, calls.filter((call) => call.operation === operation.id).length);
      if (page) headers.set('Prefer', `example=${page}`);
      const response = await platformFetch(mock + url.slice(server.length), { ...init, headers });
      const { ok, status } = response;
      calls.push({ operation: operation.id, ok: ok || (redirects(operation) && status < 400) });
      return response;
    }
    throw new Error(`a snippet sends ${method} ${url}, which no spec declares`);
  };
}

function pageOf({ object, responses }: Operation, before: number): string | undefined {
  if (!object['x-pagination']) return undefined;
  const names = Object.values(responses['200']?.content ?? {}).flatMap(({ examples = {} }) => Object.keys(examples));
  const next = `page${before + 1}`;
  return [next, 'empty'].find((name) => names.includes(name));
}
