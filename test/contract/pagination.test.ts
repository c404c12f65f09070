/** Every list that a spec declares as paged is read to its end by its method, over the pages that the spec gives as examples. */
import { methodsOf } from '@plumbline/scripts/clients';
import { exampleInput } from '@plumbline/scripts/example-input';
import { type MockServer, startMock } from '@plumbline/scripts/mock-server';
import { type Operation, operationsOf, readSpec, vendors } from '@plumbline/scripts/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const paged = vendors
  .map((vendor) => ({ vendor, lists: operationsOf(readSpec(vendor)).filter(({ object }) => object['x-pagination']) }))
  .filter(({ lists }) => lists.length > 0);

describe.each(paged)('$vendor', ({ vendor, lists }) => {
  let mock: MockServer;
  beforeAll(async () => {
    mock = await startMock(vendor);
  });
  afterAll(() => mock.close());

  /** The mock keeps no state: what a request for a list gets is chosen here, in the order of the requests. */
  const read = async (operation: Operation, examples: readonly string[]) => {
    const asked: URLSearchParams[] = [];
    const fetch = (address: string, init: RequestInit) => {
      const headers = new Headers(init.headers);
      if (init.method === 'GET') {
        headers.set('Prefer', `example=${examples[asked.length] ?? 'none is left'}`);
        asked.push(new URL(address).searchParams);
      }
      return globalThis.fetch(address, { ...init, headers });
    };
    const method = methodsOf(vendor, { baseUrl: mock.url, fetch })(operation.id);
    const items = await method(exampleInput(readSpec(vendor), operation)).toArray?.({ limit: 1000 });
    return { items, asked };
  };
  const itemsOf = (operation: Operation, example: string) => {
    const body = operation.responses['200']?.content?.['application/json']?.examples?.[example]?.value;
    return (body as Record<string, unknown[]>)[operation.object['x-pagination']?.items ?? ''];
  };

  for (const operation of lists) {
    it(`${operation.id} hands out the items of all pages, and asks for no more`, async () => {
      const { items, asked } = await read(operation, ['page1', 'page2']);
      expect(items).toEqual([...(itemsOf(operation, 'page1') ?? []), ...(itemsOf(operation, 'page2') ?? [])]);
      expect(asked).toHaveLength(2);
    });

    it(`${operation.id} moves the parameter that the spec names`, async () => {
      const { style = 'page', offset, page } = operation.object['x-pagination'] ?? {};
      const { asked } = await read(operation, ['page1', 'page2']);
      const [first, second] = asked.map((query) => Number(query.get((style === 'offset' ? offset : page) ?? '')));
      expect(second).toBe(style === 'offset' ? itemsOf(operation, 'page1')?.length : Number(first) + 1);
    });

    it(`${operation.id} ends at once on an empty list`, async () => {
      const { items, asked } = await read(operation, ['empty']);
      expect(items).toEqual([]);
      expect(asked).toHaveLength(1);
    });
  }
});
