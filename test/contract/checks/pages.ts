import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/repository/clients';
import { type Operation, operationsOf, type PaginationExtension } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import type { Check, Target } from '../check.ts';

/** Every list that a spec declares as paged, read to its end by its method over the pages that the spec gives as examples. */
export function pageChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  /** The mock keeps no state: what a request for a list gets is chosen here, in the order of the requests. */
  const read = async (operation: Operation, examples: readonly string[], target: Target) => {
    const asked: URLSearchParams[] = [];
    const fetch = (address: string, init: RequestInit) => {
      const headers = new Headers(init.headers);
      if (init.method === 'GET') {
        headers.set('Prefer', `example=${examples[asked.length] ?? 'none is left'}`);
        asked.push(new URL(address).searchParams);
      }
      return target.fetch(address, { ...init, headers });
    };
    const method = methodsOf(vendor, { baseUrl: target.url, fetch })(operation.id);
    const items = await method(exampleInput(document, operation)).toArray?.({ limit: 1000 });
    return { items, asked };
  };

  return operationsOf(document).flatMap((operation): Check[] => {
    const pagination = operation.object['x-pagination'];
    if (!pagination) return [];
    const [first, second] = [itemsOf(operation, pagination, 'page1'), itemsOf(operation, pagination, 'page2')];
    return [
      {
        name: `${operation.id} hands out the items of all pages, and asks for no more`,
        operation: operation.id,
        run: async (target) => {
          const { items, asked } = await read(operation, ['page1', 'page2'], target);
          assert.deepEqual(items, [...first, ...second]);
          assert.equal(asked.length, 2);
        },
      },
      {
        name: `${operation.id} moves the parameter that the spec names`,
        operation: operation.id,
        run: async (target) => {
          const { asked } = await read(operation, ['page1', 'page2'], target);
          const moving = (pagination.style === 'offset' ? pagination.offset : pagination.page) ?? '';
          const [before, after] = asked.map((query) => Number(query.get(moving)));
          assert.equal(after, pagination.style === 'offset' ? first.length : Number(before) + 1);
        },
      },
      {
        name: `${operation.id} ends at once on an empty list`,
        operation: operation.id,
        run: async (target) => {
          const { items, asked } = await read(operation, ['empty'], target);
          assert.deepEqual(items, []);
          assert.equal(asked.length, 1);
        },
      },
    ];
  });
}

function itemsOf({ responses }: Operation, { items }: PaginationExtension, example: string): readonly unknown[] {
  const body = responses['200']?.content?.['application/json']?.examples?.[example]?.value;
  return (body as Readonly<Record<string, readonly unknown[]>>)[items] ?? [];
}
