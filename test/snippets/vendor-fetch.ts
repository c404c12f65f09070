import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';

/** A call of a snippet, with the status of its response. */
export interface SnippetCall {
  readonly operation: string;
  readonly status: number;
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
  const routes = vendors.flatMap(routesOf);
  return async (input, init = {}) => {
    const url = String(input);
    // A sandbox that a snippet serves.
    if (url.startsWith('http://127.0.0.1:')) return platformFetch(url, init);
    const route = routes.find(({ method, pattern }) => method === init.method && pattern.test(url));
    if (!route) throw new Error(`a snippet sends ${init.method} ${url}, which no spec declares`);
    const { operation, mock } = route;
    const headers = new Headers(init.headers);
    const page = pageOf(operation, calls.filter((call) => call.operation === operation.id).length);
    if (page) headers.set('Prefer', `example=${page}`);
    const response = await platformFetch(mock(url), { ...init, headers });
    calls.push({ operation: operation.id, status: response.status });
    return response;
  };
}

/** The URL patterns of a vendor's operations, and the mock's URL for each. */
function routesOf({ document, url: mockUrl }: MockedVendor) {
  return operationsOf(document).flatMap((operation) => {
    const servers = operation.server ? [operation.server] : document.servers.map(({ url }) => url);
    return servers.map((server) => {
      const pattern = new RegExp(patternOf(server + operation.path).source.replace(/\$$/, '(?:\\?|$)'));
      const prefix = new RegExp(patternOf(server).source.replace(/\$$/, ''));
      return { method: operation.method, pattern, operation, mock: (url: string) => url.replace(prefix, mockUrl) };
    });
  });
}

function pageOf({ object, responses }: Operation, before: number): string | undefined {
  if (!object['x-pagination']) return undefined;
  const names = Object.values(responses['200']?.content ?? {}).flatMap(({ examples = {} }) => Object.keys(examples));
  const next = `page${before + 1}`;
  return names.includes(next) ? next : 'empty';
}
