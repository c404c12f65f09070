/** A client reads every item of a list once, in each style of pages, while items come and go. */
import {
  type ClientOptions,
  defineClient,
  header,
  listByCount,
  type PagedCall,
  type Pagination,
} from '@plumbline/runtime';
import { listByCursor, listByLink } from '@plumbline/runtime/features';
import { createSandbox } from '@plumbline/sandbox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Thing {
  readonly id: number;
}
interface Operations {
  list(parameters: object): PagedCall<unknown, Thing>;
}
interface Options extends ClientOptions {
  readonly apiKey: string;
}
interface Style {
  readonly name: string;
  /** The `x-pagination` of the document, and the part of it that the table of the client has in another form. */
  readonly spec: object;
  readonly table: Pagination;
  /** The properties of the body beside the items; undefined if the body is the list. */
  readonly beside?: Readonly<Record<string, object>>;
}

const text = { type: 'string' };
const number = { type: 'integer' };
const flag = { type: 'boolean' };
const styles: readonly Style[] = [
  {
    name: 'a cursor in the body',
    spec: { style: 'cursor', cursor: 'cursor', items: 'data', next: '/meta/next' },
    table: { style: 'cursor', parameter: 'cursor', items: ['data'], next: ['meta', 'next'] },
    beside: { meta: { type: 'object', properties: { next: text } } },
  },
  {
    name: 'the last item',
    spec: { style: 'cursor', cursor: 'after', items: 'data', last: 'id', more: 'more' },
    table: { style: 'cursor', parameter: 'after', items: ['data'], last: ['id'], more: ['more'] },
    beside: { more: flag },
  },
  {
    name: 'the header Link',
    spec: { style: 'link', items: '' },
    table: { style: 'link', items: [] },
  },
  {
    name: 'a URL in the body',
    spec: { style: 'link', items: 'data', next: '/links/next' },
    table: { style: 'link', items: ['data'], next: ['links', 'next'] },
    beside: { links: { type: 'object', properties: { next: { type: ['string', 'null'] } } } },
  },
];
const counted: readonly Style[] = [
  {
    name: 'an offset',
    spec: { style: 'offset', offset: 'offset', limit: 'limit', items: 'data', total: '/meta/total' },
    table: {
      style: 'offset',
      parameter: 'offset',
      sizeParameter: 'limit',
      items: ['data'],
      total: ['meta', 'total'],
      key: 'id',
    },
    beside: { meta: { type: 'object', properties: { total: number } } },
  },
  {
    name: 'a page number',
    spec: { style: 'page', page: 'page', limit: 'limit', items: 'data' },
    table: { style: 'page', parameter: 'page', sizeParameter: 'limit', items: ['data'], key: 'id' },
    beside: {},
  },
];

/** A client, and the things that its vendor has. */
function start({ spec, table, beside }: Style, order: string) {
  const list = { type: 'array', items: { type: 'object', properties: { id: number } } };
  const schema = beside ? { type: 'object', properties: { data: list, ...beside } } : list;
  const types = { limit: number, page: number, offset: number, cursor: text, after: number };
  const parameters = Object.entries(types).map(([name, type]) => ({ name, in: 'query', schema: type }));
  const sandbox = createSandbox({
    openapi: '3.1.0',
    servers: [{ url: 'https://api.test/v1' }],
    paths: {
      '/things': {
        get: {
          operationId: 'things/list',
          parameters,
          'x-pagination': { limit: 'limit', ...spec },
          responses: { 200: { content: { 'application/json': { schema } } } },
        },
      },
    },
    'x-resources': { thing: { path: '/things', order } },
  });
  const create = defineClient<object, Operations, Options>({
    name: 'createThings',
    server: 'https://api.test/v1',
    operations: { list: { method: 'GET', path: '/things', pagination: table } },
    querySerialization: {},
    features: { lists: { offset: listByCount, page: listByCount, cursor: listByCursor, link: listByLink } },
    options: { apiKey: {} },
    credentials: [{ required: ['apiKey'], policy: header(({ apiKey }) => ({ 'x-key': apiKey })) }],
  });
  return { client: create({ apiKey: 'key', fetch: sandbox.fetch }), things: sandbox.resources.thing };
}

describe.each([...styles, ...counted])('a list by $name', (style) => {
  it('a client reads every item once, and in the order of the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(25),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('oldest', 'newest'),
        async (count, limit, order) => {
          const { client, things } = start(style, order);
          for (let id = 1; id <= count; id++) things?.add({ id });
          const read = await client.list({ limit }).toArray({ limit: 100 });
          const expected = Array.from({ length: count }, (_, index) =>
            order === 'newest' ? count - index : index + 1,
          );
          expect(read.map(({ id }) => id)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe.each(styles)('a list by $name that changes', (style) => {
  it('a client reads every item once that is there all the time', async () => {
    const change = fc.oneof(fc.constant('add' as const), fc.nat(24));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('oldest', 'newest'),
        fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }),
        async (limit, order, changes) => {
          const { client, things } = start(style, order);
          const there = new Set(Array.from({ length: 25 }, (_, index) => index + 1));
          for (const id of there) things?.add({ id });
          let last = 100;
          const read: number[] = [];
          let page = 0;
          for await (const { id } of client.list({ limit })) {
            read.push(id);
            // The items of a page are there when it is read.
            if (read.length % limit !== 0) continue;
            for (const one of changes[page++] ?? []) {
              if (one === 'add') things?.add({ id: ++last });
              // A vendor that pages by the last item needs that item.
              else if (one + 1 !== id) {
                things?.remove(one + 1);
                there.delete(one + 1);
              }
            }
          }
          expect(new Set(read).size).toBe(read.length);
          expect(read).toEqual(expect.arrayContaining([...there]));
          const sign = order === 'newest' ? -1 : 1;
          expect([...read].sort((one, other) => (one - other) * sign)).toEqual(read);
        },
      ),
      { numRuns: 60 },
    );
  });
});
