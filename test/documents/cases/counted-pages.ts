import type { DocumentCase } from '../document-case.ts';
import { all, getList, ids, json, note, things, three, types, url } from './paged-document.ts';

type Body = (items: object[], number: number) => unknown;

/** A list of three pages that a number selects. `end` is the body after them, if the vendor does not say where the list ends. */
function countedCase(vendor: string, document: string, query: string, bodyOf: Body, end?: unknown): DocumentCase {
  const pages = three.map((id, index) => json(bodyOf(ids(id), index + 1)));
  return {
    vendor,
    document,
    leftForYou: note,
    types,
    exchanges: [
      {
        name: 'a loop reads three pages',
        responds: [...pages, ...(end === undefined ? [] : [json(end)])],
        call: all,
        sends: { url: url + query },
        resolves: three,
      },
    ],
  };
}
/** A list without pages: a call of it is one response. */
function plainCase(vendor: string, document: string): DocumentCase {
  return {
    vendor,
    document,
    exchanges: [
      {
        name: 'a call is one response, and no list',
        call: (client) => typeof client.things.list().pages,
        resolves: 'undefined',
      },
    ],
  };
}

export const countedPageCases: readonly DocumentCase[] = [
  countedCase(
    'pages-number-total',
    getList(`{ type: object, properties: { data: { ${things} }, total: { type: integer } } }`, {
      numbers: 'page per_page',
    }),
    '?page=3',
    (data) => ({ data, total: 3 }),
  ),
  countedCase(
    'pages-number-meta',
    getList(
      `{ type: object, properties: { things: { ${things} }, meta: { type: object, properties: { total_pages: { type: integer }, current_page: { type: integer } } } } }`,
      { numbers: 'page page_size' },
    ),
    '?page=3',
    (list) => ({ things: list, meta: { total_pages: 3 } }),
  ),
  countedCase(
    'pages-number-flag',
    getList(`{ type: object, properties: { results: { ${things} }, has_more: { type: boolean } } }`, {
      numbers: 'page limit',
    }),
    '?page=3',
    (results, page) => ({ results, has_more: page < 3 }),
  ),
  countedCase(
    'pages-number-array',
    getList(`{ ${things} }`, { numbers: 'page per_page' }),
    '?page=4',
    (items) => items,
    [],
  ),
  countedCase(
    'pages-offset-total',
    getList(
      `{ type: object, properties: { result: { type: object, properties: { items: { ${things} }, totalCount: { type: integer } } } } }`,
      { numbers: 'offset limit' },
    ),
    '?offset=2',
    (items) => ({ result: { items, totalCount: 3 } }),
  ),
  countedCase(
    'pages-skip',
    getList(`{ type: object, properties: { value: { ${things} } } }`, { numbers: '$skip $top' }),
    '?$skip=3',
    (value) => ({ value }),
    { value: [] },
  ),
  // A parameter without a response that agrees with it, and the other way round.
  plainCase(
    'pages-none-next',
    getList(`{ type: object, properties: { data: { ${things} } } }`, { texts: 'cursor', numbers: 'limit' }),
  ),
  plainCase(
    'pages-none-parameter',
    getList(
      `{ type: object, properties: { data: { ${things} }, next_cursor: { type: string }, total: { type: integer } } }`,
    ),
  ),
  plainCase(
    'pages-none-list',
    getList('{ type: object, properties: { name: { type: string }, next_cursor: { type: string } } }', {
      texts: 'cursor',
    }),
  ),
  plainCase(
    'pages-none-two-lists',
    getList(`{ type: object, properties: { cats: { ${things} }, dogs: { ${things} }, total: { type: integer } } }`, {
      numbers: 'page limit',
    }),
  ),
  plainCase('pages-none-limit', getList(`{ type: object, properties: { data: { ${things} } } }`, { numbers: 'limit' })),
];
