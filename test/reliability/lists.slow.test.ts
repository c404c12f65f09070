/** Lists of hostile vendors: repeated, odd and missing pages, and items that move while a loop reads them. */
import type { PagedCall } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { createTestClient } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { listSubjects } from '../behaviour/transports.ts';

interface Item {
  readonly id?: unknown;
}
type List = PagedCall<unknown, Item>;

const depth = 1_000_000;
const deep = '['.repeat(depth) + ']'.repeat(depth);
const ids = (...values: unknown[]): Item[] => values.map((id) => ({ id }));

describe.each(listSubjects)('$name', (subject) => {
  const { path, items: name } = subject.vendor.list ?? { path: '', items: '' };

  /** Reads a list to its end over these pages, of which the last repeats forever. */
  async function read(...pages: unknown[]) {
    const client = await createTestClient(subject);
    const steps = pages.map(
      (page): Step => (typeof page === 'function' ? (page as Step) : respond(200, page as object)),
    );
    client.server.on(path, ...steps);
    const list = client.list?.() as List;
    const items: Item[] = [];
    const reading = (async () => {
      for await (const item of list) items.push(item);
    })();
    const error = await client.clock.run(
      reading.then(
        () => undefined,
        (reason: unknown) => reason,
      ),
    );
    return { items, error, requests: client.server.at(path).length, list, clock: client.clock };
  }
  const page = (...items: Item[]) => ({ [name]: items });
  const text = (body: string): Step => respond(200, body, { 'Content-Type': 'application/json' });

  it('a list ends with an error at the third equal page', async () => {
    const { items, error, requests } = await read(page(...ids(1, 2)));
    expect(error).toMatchObject({ name: 'PaginationError', reason: 'repeated', count: 2 });
    expect(items).toEqual(ids(1, 2));
    expect(requests).toBe(3);
  });

  it('a list ends with an error at the third equal page of items without a key', async () => {
    const { items, error } = await read(page({}, { id: null }));
    expect(error).toMatchObject({ reason: 'repeated', count: 4 });
    expect(items).toHaveLength(4);
  });

  it.each([
    ['one equal page', [ids(1, 2), ids(1, 2), ids(3), []], ids(1, 2, 3)],
    ['an equal page twice, with another between', [ids(1), ids(1), ids(2), ids(1), ids(1), []], ids(1, 2)],
    ['an insertion of one item', [ids(3, 2), ids(2, 1), []], ids(3, 2, 1)],
    ['an insertion of one item to pages of one item', [ids(2), ids(2), ids(1), []], ids(2, 1)],
    ['an insertion of more items than a page has', [ids(5, 4), ids(7, 6), ids(5, 4), ids(3), []], ids(5, 4, 7, 6, 3)],
    ['the same item twice in a page', [ids(1, 1, 2), []], ids(1, 2)],
    ['a deletion', [ids(1, 2), ids(4), []], ids(1, 2, 4)],
    ['ids that are numbers and texts', [ids(1, '1'), ids('1', 1), []], ids(1, '1')],
    ['ids that are 0, false and empty', [ids(0, '', false), ids(false, '', 0, 1), []], ids(0, '', false, 1)],
    [
      'ids that objects inherit',
      [ids('constructor', '__proto__'), ids('__proto__', 2), []],
      ids('constructor', '__proto__', 2),
    ],
    ['equal items without an id', [[{}, {}], [{}], []], [{}, {}, {}]],
    ['equal items whose id is null', [ids(null, null), ids(null), []], ids(null, null, null)],
    ['items that are null or texts', [[null, 'a'], ['a'], []], [null, 'a', 'a']],
  ])('a list yields each item once after %s', async (_, pages, expected) => {
    const { items, error, requests } = await read(...pages.map((list) => ({ [name]: list })));
    expect(error).toBeUndefined();
    expect(items).toEqual(expected);
    expect(requests).toBe(pages.length);
  });

  it.each([
    ['null as its list', { [name]: null }],
    ['no list', {}],
    ['no list, and other fields', { errors: [], total: 9 }],
    ['an empty list', { [name]: [] }],
    ['an empty list and a total', { [name]: [], total: 9, total_pages: 9 }],
    ['null as the whole body', text('null')],
    ['an empty list as the whole body', text('[]')],
    ['a 204', respond(204)],
    ['an empty 200', respond(200)],
    ['white space', text(' \n')],
    ['a 205', respond(205)],
  ])('a list is empty after a page with %s, and ends there', async (_, body) => {
    const alone = await read(body);
    expect(alone).toMatchObject({ items: [], error: undefined, requests: 1 });
    expect(await alone.clock.run(alone.list.toArray({ limit: 5 }))).toEqual([]);
    const second = await read({ ...page(...ids(1)), total: 9, total_pages: 9 }, body);
    expect(second).toMatchObject({ items: ids(1), error: undefined, requests: 2 });
  });

  it.each([
    ['text in place of the list', { [name]: 'none' }],
    ['an object in place of the list', { [name]: { 0: { id: 2 }, length: 1 } }],
    ['a number in place of the list', { [name]: 0 }],
    ['false in place of the list', { [name]: false }],
    ['empty text in place of the list', { [name]: '' }],
    ['text as the whole body', text('"none"')],
    ['a number as the whole body', text('0')],
    ['false as the whole body', text('false')],
  ])('a list ends with an error at a page with %s', async (_, body) => {
    const { items, error } = await read(page(...ids(1)), body);
    expect(error).toMatchObject({ name: 'PaginationError', reason: 'malformed', count: 1 });
    expect(items).toEqual(ids(1));
  });

  it.each([
    ['text', '"2"'],
    ['null', 'null'],
    ['negative', '-1'],
    ['not finite', '1e999'],
    ['an object', '{"value":2}'],
  ])('a list reads on to an empty page if its total is %s', async (_, total) => {
    const body = (list: Item[]) => text(`{"${name}":${JSON.stringify(list)},"total":${total},"total_pages":${total}}`);
    const { items, error, requests } = await read(body(ids(1)), body(ids(2)), body([]));
    expect(error).toBeUndefined();
    expect(items).toEqual(ids(1, 2));
    expect(requests).toBe(3);
  });

  it('a list whose total is not finite still ends at the third equal page', async () => {
    const { error } = await read(text(`{"${name}":[{"id":1}],"total":1e999,"total_pages":1e999}`));
    expect(error).toMatchObject({ reason: 'repeated', count: 1 });
  });

  it('a list with pages that are nested a million deep ends', async () => {
    const nested = text(`{"${name}":[{"id":1,"data":${deep}}]}`);
    const { items, error, requests } = await read(nested, nested, nested, page(...ids(2)), page());
    expect(error).toBeUndefined();
    expect(items.map(({ id }) => id)).toEqual([1, 2]);
    expect(requests).toBe(5);
  });

  it('a page is passed through unchanged, and without the items that an earlier page had', async () => {
    const client = await createTestClient(subject);
    const first = { ...page(...ids(1, 2)), note: 'first' };
    const second = { ...page(...ids(2, 3)), note: 'second' };
    client.server.on(path, respond(200, first), respond(200, second), respond(200, page()));
    const list = client.list?.() as List;
    const pages: unknown[] = [];
    const reading = async () => {
      for await (const each of list.pages()) pages.push(each);
    };
    await client.clock.run(reading());
    expect(pages).toEqual([first, { ...page(...ids(3)), note: 'second' }, page()]);
  });

  it('an array has no item twice, and stops at its limit', async () => {
    const { list, clock } = await read(page(...ids(1, 2)), page(...ids(2, 3)), page());
    expect(await clock.run(list.toArray({ limit: 1 }))).toEqual(ids(1));
  });
});
