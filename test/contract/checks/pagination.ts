import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import { type Operation, operationsOf, type PaginationExtension } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import type { Check, Target } from '../check.ts';

/** The client reads each paged list to its end, over the example pages of the spec. */
export function paginationChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  /** Reads a list. The mock keeps no state, so each request for a page asks for the next example. */
  const read = async (operation: Operation, examples: readonly string[], target: Target) => {
    const queries: URLSearchParams[] = [];
    const fetch = (address: string, init: RequestInit) => {
      const headers = new Headers(init.headers);
      if (init.method === 'GET') {
        headers.set('Prefer', `example=${examples[queries.length] ?? 'none is left'}`);
        queries.push(new URL(address).searchParams);
      }
      return target.fetch(address, { ...init, headers });
    };
    const method = methodsOf(vendor, { baseUrl: target.url, fetch })(operation.id);
    const items = await method(exampleInput(document, operation)).toArray?.({ limit: 1000 });
    return { items, queries };
  };

  return operationsOf(document).flatMap((operation): Check[] => {
    const pagination = operation.object['x-pagination'];
    if (!pagination) return [];
    const [first, second] = [itemsOf(operation, pagination, 'page1'), itemsOf(operation, pagination, 'page2')];
    return [
      {
        name: `${operation.id} yields the items of all pages and requests no further page`,
        operation: operation.id,
        run: async (target) => {
          const { items, queries } = await read(operation, ['page1', 'page2'], target);
          assert.deepEqual(items, [...first, ...second]);
          assert.equal(queries.length, 2);
        },
      },
      {
        name: `${operation.id} advances the pagination parameter of the spec`,
        operation: operation.id,
        run: async (target) => {
          const { queries } = await read(operation, ['page1', 'page2'], target);
          const parameter = (pagination.style === 'offset' ? pagination.offset : pagination.page) ?? '';
          const [before, after] = queries.map((query) => Number(query.get(parameter)));
          assert.equal(after, pagination.style === 'offset' ? first.length : Number(before) + 1);
        },
      },
      {
        name: `${operation.id} stops after one request for an empty list`,
        operation: operation.id,
        run: async (target) => {
          const { items, queries } = await read(operation, ['empty'], target);
          assert.deepEqual(items, []);
          assert.equal(queries.length, 1);
        },
      },
    ];
  });
}

function itemsOf({ responses }: Operation, { items }: PaginationExtension, example: string): readonly unknown[] {
  const body = responses['200']?.content?.['application/json']?.examples?.[example]?.value;
  return (body as Readonly<Record<string, readonly unknown[]>>)[items] ?? [];
}
