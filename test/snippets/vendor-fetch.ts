import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';

/** A call of a sample, as the mock answered it. */
export interface SampleCall {
  readonly operation: string;
  readonly status: number;
}

/** A vendor, and where its mock listens. */
export interface MockedVendor {
  readonly document: Document;
  readonly url: string;
}

/** The platform's own, taken before a test puts another in its place. */
const platformFetch = globalThis.fetch;

/**
 * A `fetch` for programs that call the vendors themselves: what they send to a vendor's server goes to its mock, and nothing leaves
 * the machine. Of a list, the first request is answered with the first page, the next with the next, and then with an empty one.
 *
 * @param calls Where each call is noted.
 */
export function vendorFetch(vendors: readonly MockedVendor[], calls: SampleCall[]): typeof fetch {
  const routes = vendors.flatMap(routesOf);
  return async (input, init = {}) => {
    const url = String(input);
    if (vendors.some((vendor) => url.startsWith(`${vendor.url}/`))) return platformFetch(url, init);
    const route = routes.find(({ method, pattern }) => method === init.method && pattern.test(url));
    if (!route) throw new Error(`A sample sends ${init.method} ${url}, which is no operation of a spec.`);
    const { operation, mock } = route;
    const headers = new Headers(init.headers);
    const page = pageOf(operation, calls.filter((call) => call.operation === operation.id).length);
    if (page) headers.set('Prefer', `example=${page}`);
    const response = await platformFetch(mock(url), { ...init, headers });
    calls.push({ operation: operation.id, status: response.status });
    return response;
  };
}

/** The addresses of a vendor's operations, and where each goes. */
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
