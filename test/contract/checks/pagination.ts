import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import type { Operation } from '@plumbline/spec-tools/document/document';
import type { PaginationExtension } from '@plumbline/spec-tools/document/pagination-extension';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import { keysOfPlace, pointerOf } from '@plumbline/spec-tools/document/pointer';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { type Check, operationsToCheck, type Target } from '../check.ts';

/** The client reads each paged list to its end, over the example pages of the spec. */
export function paginationChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  /** Reads a list. The mock keeps no state, so each request for a page asks for the next example. */
  const read = async (operation: Operation, examples: readonly string[], target: Target) => {
    const requests: PageRequest[] = [];
    const path = new RegExp(patternOf(operation.path).source.replace('^', ''));
    const fetch = async (address: string, init: RequestInit) => {
      const headers = new Headers(init.headers);
      const isList = init.method === operation.method && path.test(new URL(address).pathname);
      if (!isList) return target.fetch(address, init);
      const example = examples[requests.length] ?? 'none is left';
      headers.set('Prefer', `example=${example}`);
      const { searchParams, href } = new URL(address);
      requests.push({ query: searchParams, body: init.body, url: href });
      const response = await target.fetch(address, { ...init, headers });
      return linkPages(operation, response, example, address);
    };
    const method = methodsOf(vendor, { baseUrl: target.url, fetch })(operation.id);
    const items = await method(exampleInput(document, operation)).toArray?.({ limit: 1000 });
    return { items, requests };
  };

  return operationsToCheck(document, ids).flatMap((operation): Check[] => {
    const pagination = operation.object['x-pagination'];
    if (!pagination) return [];
    const [first, second] = [itemsOf(operation, pagination, 'page1'), itemsOf(operation, pagination, 'page2')];
    // Without a count, only an empty page ends a list.
    const pages = saysItsEnd(operation, pagination) ? ['page1', 'page2'] : ['page1', 'page2', 'empty'];
    return [
      {
        name: `${operation.id} yields the items of all pages and requests no further page`,
        operation: operation.id,
        run: async (target) => {
          const { items, requests } = await read(operation, pages, target);
          assert.deepEqual(items, [...first, ...second]);
          assert.equal(requests.length, pages.length);
        },
      },
      {
        name: `${operation.id} advances the pagination parameter of the spec`,
        operation: operation.id,
        run: async (target) => {
          const { requests } = await read(operation, pages, target);
          const [before, after] = requests.map((request) => selectorOf(pagination, request));
          assert.equal(after, expectedSelector(operation, pagination, before, requests[1]));
        },
      },
      {
        name: `${operation.id} stops after one request for an empty list`,
        operation: operation.id,
        run: async (target) => {
          const { items, requests } = await read(operation, ['empty'], target);
          assert.deepEqual(items, []);
          assert.equal(requests.length, 1);
        },
      },
    ];
  });
}

/** A request for a page. */
interface PageRequest {
  readonly query: URLSearchParams;
  readonly body: RequestInit['body'] | undefined;
  readonly url: string;
}

function exampleOf({ responses }: Operation, example: string): unknown {
  return Object.values(responses['200']?.content ?? {})[0]?.examples?.[example]?.value;
}

function valueAt(value: unknown, place: string): unknown {
  return keysOfPlace(place).reduce<unknown>((parent, key) => Object(parent)[key], value);
}

function itemsOf(operation: Operation, { items }: PaginationExtension, example: string): readonly unknown[] {
  return (valueAt(exampleOf(operation, example), items) ?? []) as readonly unknown[];
}

/** Whether the second page is the last one, by what it contains. */
function saysItsEnd(operation: Operation, pagination: PaginationExtension): boolean {
  const { style, limit = '', last, more, total, pages } = pagination;
  if (more !== undefined || style === 'link' || (style === 'cursor' && last === undefined)) return true;
  const page = exampleOf(operation, 'page2');
  const size = Number(Object(page)[limit]);
  return (
    (style !== 'cursor' && (total ?? pages) !== undefined) || itemsOf(operation, pagination, 'page2').length < size
  );
}

/** The text of what selects the page of a request: a parameter, a field of the body, or the URL. */
function selectorOf({ style, ...names }: PaginationExtension, { query, body, url }: PageRequest): string | undefined {
  if (style === 'link') return url;
  const name = names[style] ?? '';
  const fields = typeof body === 'string' && body.startsWith('{') ? JSON.parse(body) : {};
  return query.get(name) ?? (fields[name] === undefined ? undefined : String(fields[name]));
}

function expectedSelector(
  operation: Operation,
  pagination: PaginationExtension,
  before: string | undefined,
  request: PageRequest | undefined,
): string | undefined {
  const { style, next = '', last = '' } = pagination;
  const items = itemsOf(operation, pagination, 'page1');
  if (style === 'offset') return String(items.length);
  if (style === 'page') return String(Number(before ?? 1) + 1);
  if (style === 'link') return request && new URL('?page=2', before).href;
  return String(
    pagination.last === undefined ? valueAt(exampleOf(operation, 'page1'), next) : valueAt(items.at(-1), last),
  );
}

/** Gives the first page of a list by links a link to the mock, and the others none. A mock sends the same header with each page. */
async function linkPages(
  { object }: Operation,
  response: Response,
  example: string,
  address: string,
): Promise<Response> {
  const { style, next } = object['x-pagination'] ?? {};
  if (style !== 'link' || !response.ok) return response;
  const headers = new Headers(response.headers);
  headers.delete('link');
  headers.delete('content-length');
  const link = new URL('?page=2', address).href;
  if (example === 'page1' && next === undefined) headers.set('link', `<${link}>; rel="next"`);
  const body = await response.json();
  if (example === 'page1' && next !== undefined) {
    const keys = keysOfPlace(next);
    Object(valueAt(body, pointerOf(keys.slice(0, -1))))[keys.at(-1) ?? ''] = link;
  }
  return Response.json(body, { status: response.status, headers });
}
