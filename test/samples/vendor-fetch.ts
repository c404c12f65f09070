import { patternOf } from '@plumbline/scripts/path-template';
import { type Document, type Operation, operationsOf } from '@plumbline/scripts/spec';

/** A call of a sample, as the mock answered it. */
export interface SampleCall {
  readonly operation: string;
  readonly status: number;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * A `fetch` for programs that call the vendor itself: what they send to one of its servers goes to the mock, and nothing goes elsewhere.
 * Of a list, the first request is answered with the first page, the next with the next, and then with an empty one.
 *
 * @param calls Where each call is noted.
 */
export function vendorFetch(document: Document, mockUrl: string, calls: SampleCall[]): Fetch {
  const operations = operationsOf(document);
  const ownServers = operations.flatMap(({ server }) => server ?? []);
  const servers = [...ownServers, ...document.servers.map(({ url }) => url)];
  const patterns = servers.map((url) => new RegExp(patternOf(url).source.replace(/\$$/, '(?=/)')));
  return async (url, init) => {
    const { pathname, search } = new URL(url);
    const server = patterns.find((pattern) => pattern.test(url));
    if (!server) throw new Error(`A sample calls ${url}, which is on no server of the spec.`);
    const path = (url.replace(server, '').split('?')[0] ?? pathname).replace(/^(?!\/)/, '/');
    const operation = operations.find(
      ({ method, path: template }) => method === init.method && patternOf(template).test(path),
    );
    if (!operation) throw new Error(`A sample calls ${init.method} ${path}, which is no operation of the spec.`);
    const headers = new Headers(init.headers);
    const page = pageOf(operation, calls.filter((call) => call.operation === operation.id).length);
    if (page && !headers.has('Prefer')) headers.set('Prefer', `example=${page}`);
    const response = await fetchMock(mockUrl + path + search, { ...init, headers });
    calls.push({ operation: operation.id, status: response.status });
    return response;
  };
}

/** The platform's own, taken before a test puts another in its place. */
const fetchMock = globalThis.fetch;

function pageOf({ object, responses }: Operation, before: number): string | undefined {
  if (!object['x-pagination']) return undefined;
  const names = Object.values(responses['200']?.content ?? {}).flatMap(({ examples = {} }) => Object.keys(examples));
  const next = `page${before + 1}`;
  return names.includes(next) ? next : 'empty';
}
