import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '@plumbline/spec-tools/document/document';
import { afterAll, describe, expect, it } from 'vitest';
import { lintSpec } from '../prove/lint-spec.ts';
import type { Node, Source } from '../read/source.ts';
import { writeUp } from './write-up.ts';

const text = { type: 'string' };
const number = { type: 'integer' };
const flag = { type: 'boolean' };
const link = { type: 'string', format: 'uri' };
const thing = { type: 'object', required: ['id'], properties: { id: text } };
const things = { type: 'array', items: thing };
const objectOf = (properties: Node, required: string[] = []): Node => ({ type: 'object', required, properties });
const query = (parameters: Node): Node[] =>
  Object.entries(parameters).map(([name, schema]) => ({ name, in: 'query', schema }));
const listOf = (parameters: Node, schema: Node, response: Node = {}): Node => ({
  operationId: 'things/list',
  parameters: query(parameters),
  responses: { 200: { description: 'Good.', ...response, content: { 'application/json': { schema } } } },
});
const sourceOf = (operation: Node, method = 'get'): Source => ({
  name: 'api.yaml',
  document: {
    openapi: '3.1.0',
    info: { title: 'API' },
    servers: [{ url: 'https://api.test' }],
    paths: { '/things': { [method]: operation } },
  },
});
const write = (operation: Node, method?: string) => writeUp('acme', sourceOf(operation, method));

/** The `x-pagination` of a list, without its evidence; undefined if none is proposed. */
function pagesOf(operation: Node, method = 'get'): Node | undefined {
  const pagination = write(operation, method).document.paths['/things'][method]['x-pagination'];
  if (!pagination) return undefined;
  const { 'x-evidence': _, ...rest } = pagination;
  return rest;
}

describe('lists by cursors', () => {
  it.each<[vendor: string, parameters: Node, body: Node, pagination: Node]>([
    [
      'Stripe',
      { starting_after: text, ending_before: text, limit: number },
      objectOf({ data: things, has_more: flag }),
      { cursor: 'starting_after', limit: 'limit', last: 'id', more: 'has_more', items: 'data' },
    ],
    [
      'Slack',
      { cursor: text, limit: number },
      objectOf({ ok: flag, channels: things, response_metadata: objectOf({ next_cursor: text }) }),
      { cursor: 'cursor', limit: 'limit', next: '/response_metadata/next_cursor', items: 'channels' },
    ],
    [
      'Asana',
      { limit: number, offset: text },
      objectOf({ data: things, next_page: { anyOf: [objectOf({ offset: text, uri: link }), { type: 'null' }] } }),
      { cursor: 'offset', limit: 'limit', next: '/next_page/offset', items: 'data' },
    ],
    [
      'Meta',
      { after: text, before: text, limit: number },
      objectOf({ data: things, paging: objectOf({ cursors: objectOf({ before: text, after: text }), next: link }) }),
      { cursor: 'after', limit: 'limit', next: '/paging/cursors/after', items: 'data' },
    ],
    [
      'GraphQL-like',
      { after: text, first: number },
      objectOf({ nodes: things, pageInfo: objectOf({ endCursor: text, hasNextPage: flag }) }),
      { cursor: 'after', limit: 'first', next: '/pageInfo/endCursor', more: '/pageInfo/hasNextPage', items: 'nodes' },
    ],
    [
      'Airtable',
      { pageSize: number, offset: text },
      objectOf({ records: things, offset: text }),
      { cursor: 'offset', limit: 'pageSize', next: 'offset', items: 'records' },
    ],
    [
      'a number of the next page',
      { page: number },
      objectOf({ data: things, next_page: { type: ['integer', 'null'] } }),
      { cursor: 'page', next: 'next_page', items: 'data' },
    ],
    [
      'Box',
      { marker: text, limit: number },
      objectOf({ entries: things, next_marker: text, limit: number }),
      { cursor: 'marker', limit: 'limit', next: 'next_marker', items: 'entries' },
    ],
  ])('writeUp proposes the cursor of %s', (_, parameters, body, pagination) => {
    expect(pagesOf(listOf(parameters, body))).toEqual({ style: 'cursor', ...pagination });
  });
});

describe('other lists', () => {
  it.each<[name: string, operation: Node, pagination: Node]>([
    [
      'the header Link',
      listOf({ page: number, per_page: number }, things, { headers: { link: { schema: text } } }),
      { style: 'link', limit: 'per_page', items: '' },
    ],
    [
      'a URL in the body',
      listOf({ $top: number }, objectOf({ value: things, '@odata.nextLink': text })),
      { style: 'link', limit: '$top', next: '@odata.nextLink', items: 'value' },
    ],
    [
      'a URL below links',
      listOf({}, objectOf({ items: things, _links: objectOf({ next: objectOf({ href: text }) }) })),
      { style: 'link', next: '/_links/next/href', items: 'items' },
    ],
    [
      'an offset and a total, although there is a URL',
      listOf({ offset: number, limit: number }, objectOf({ items: things, next: link, total: number })),
      { style: 'offset', offset: 'offset', limit: 'limit', total: 'total', items: 'items' },
    ],
    [
      'a page number and a count of pages',
      listOf({ page: number }, objectOf({ things, other: { type: 'array', items: text }, pages: number })),
      { style: 'page', page: 'page', pages: 'pages', items: 'things' },
    ],
  ])('writeUp proposes %s', (_, operation, pagination) => {
    expect(pagesOf(operation)).toEqual(pagination);
  });

  it.each<[name: string, operation: Node, method?: string]>([
    ['a cursor without the next one', listOf({ cursor: text }, objectOf({ data: things }))],
    ['a next cursor without a parameter', listOf({}, objectOf({ data: things, next_cursor: text }))],
    ['no list', listOf({ cursor: text }, objectOf({ name: text, next_cursor: text }))],
    ['a list of errors', listOf({ cursor: text }, objectOf({ errors: things, next_cursor: text }))],
    ['two lists', listOf({ cursor: text }, objectOf({ cats: things, dogs: things, next_cursor: text }))],
    [
      'the pages of Spring, which count from 0',
      listOf({ page: number, size: number }, objectOf({ content: things, totalElements: number, number })),
    ],
    [
      'pages from 0',
      listOf({ page: { ...number, default: 0 }, size: number }, objectOf({ content: things, total: number })),
    ],
    [
      'items from 1',
      listOf({ startIndex: number, count: number }, objectOf({ Resources: things, totalResults: number })),
    ],
    ['a page that is a text', listOf({ page: text, limit: number }, objectOf({ data: things }))],
    ['a page without a size or an end', listOf({ page: number }, objectOf({ data: things }))],
    ['a limit only', listOf({ limit: number }, objectOf({ data: things, total: number }))],
    ['a PUT', listOf({ cursor: text }, objectOf({ data: things, next_cursor: text })), 'put'],
    ['a POST with pages by number', listOf({ page: number, limit: number }, things), 'post'],
    [
      'a next cursor that no last page can lack',
      listOf({ cursor: text }, objectOf({ data: things, next_cursor: { ...text, enum: ['a'] } }, ['next_cursor'])),
    ],
  ])('writeUp proposes no pages for %s', (_, operation, method) => {
    expect(pagesOf(operation, method)).toBeUndefined();
  });
});

it('writeUp says how many lists it proposes pages for, and that no source says so', () => {
  const operation = listOf({ cursor: text }, objectOf({ data: things, next_cursor: text }));
  const { notes, document } = write(operation);
  expect(notes.leftForYou).toContain(
    'Check how lists go on (`x-pagination`): it is inferred from names, for 1 operation.',
  );
  expect(document.paths['/things'].get['x-pagination']['x-evidence']).toEqual({
    level: 'unknown',
    source: 'api.yaml §GET /things',
    note: 'Inferred from the names of the parameters and of next_cursor, data in the response.',
  });
});

it('writeUp completes an example that lacks the object with the total', () => {
  const paging = objectOf({ page: number, total: number }, ['page', 'total']);
  const operation = listOf({ page: number, per_page: number }, objectOf({ items: things, paging }));
  const [media] = Object.values<Node>(operation.responses[200].content);
  Object.assign(media ?? {}, { example: { items: [{ id: 'a' }] } });
  const { examples } = write(operation).document.paths['/things'].get.responses[200].content['application/json'];
  expect(examples.page1.value).toEqual({ items: [{ id: 'a' }], paging: { page: 0, total: 2 } });
  expect(examples.empty.value).toEqual({ items: [], paging: { page: 0, total: 0 } });
});

it('writeUp writes the examples of the pages', () => {
  const body = objectOf({
    data: things,
    meta: objectOf({ next: { type: ['string', 'null'] } }, ['next']),
    total: number,
  });
  const { document } = write(listOf({ cursor: text }, body));
  const { examples } = document.paths['/things'].get.responses['200'].content['application/json'];
  expect(examples).toEqual({
    page1: { value: { data: [{ id: 'string' }], meta: { next: 'cursor2' }, total: 2 } },
    page2: { value: { data: [{ id: 'string' }], meta: { next: null }, total: 2 } },
    empty: { value: { data: [], meta: { next: null }, total: 0 } },
  });
});

it('writeUp shows what names the pages where the example of the document leaves it out', () => {
  const paging = objectOf({ total: number, page: number }, ['total', 'page']);
  const list = listOf({ page: number }, objectOf({ items: things, paging }));
  list.responses[200].content['application/json'].example = { items: [{ id: 'a' }] };
  const { document } = write(list);
  const { examples } = document.paths['/things'].get.responses['200'].content['application/json'];
  expect(examples.page1.value).toEqual({ items: [{ id: 'a' }], paging: { total: 2, page: 0 } });
  expect(examples.empty.value).toEqual({ items: [], paging: { total: 0, page: 0 } });
});

it.each<[what: string, id: Node, first: unknown, second: unknown]>([
  ['a text', text, 'string', 'string2'],
  ['an example of the document', { ...text, example: 'usr_1x' }, 'usr_1x', 'usr_1x2'],
  ['digits', { ...text, example: 'usr_12' }, 'usr_12', 'usr_10'],
  ['a time', { ...text, format: 'date-time' }, '2019-08-24T14:15:22Z', '2019-08-24T14:15:20Z'],
  ['a number', number, 0, 1],
])('the pages of a list end with different ids: %s', (_, id, first, second) => {
  const items = { type: 'array', items: objectOf({ id }, ['id']) };
  const { document } = write(listOf({ starting_after: text }, objectOf({ data: items, has_more: flag })));
  const { page1, page2 } = document.paths['/things'].get.responses['200'].content['application/json'].examples;
  expect([page1.value.data[0].id, page2.value.data[0].id]).toEqual([first, second]);
});

describe('a spec with proposed pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagination-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('a spec with proposed pages passes lint', async () => {
    const page = objectOf({ data: things, next_cursor: text, has_more: flag }, ['data', 'next_cursor', 'has_more']);
    const linked = objectOf({ data: things, links: objectOf({ next: link }, ['next']) }, ['links']);
    const counted = objectOf({ result: objectOf({ items: things, total: number }) });
    const paths: Node = {
      '/things': { get: listOf({ cursor: text }, page) },
      '/linked': { get: { ...listOf({}, objectOf({ data: things, next_url: link })), operationId: 'linked/list' } },
      '/headed': {
        get: { ...listOf({}, things, { headers: { Link: { schema: text } } }), operationId: 'headed/list' },
      },
      '/counted': { get: { ...listOf({ offset: number, limit: number }, counted), operationId: 'counted/list' } },
      '/required': { get: { ...listOf({}, linked), operationId: 'required/list' } },
    };
    const source = sourceOf({});
    const { document, notes } = writeUp('acme', { ...source, document: { ...source.document, paths } });
    expect(notes.leftForYou).toContain(
      'Check how lists go on (`x-pagination`): it is inferred from names, for 4 operations.',
    );
    const file = join(folder, 'openapi.yaml');
    writeFileSync(file, JSON.stringify(document));
    expect(await lintSpec(file, document as unknown as Document)).toEqual([]);
  });
});
