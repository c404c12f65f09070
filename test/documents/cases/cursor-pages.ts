import type { DocumentCase } from '../document-case.ts';
import { all, empty, getList, ids, json, note, text, things, three, types, url } from './paged-document.ts';

/** A list by cursors: three pages, the last of which has the body `end`. */
function cursorCase(
  vendor: string,
  document: string,
  parameter: string,
  pageOf: (items: object[], next?: string) => object,
  end?: object,
): DocumentCase {
  return {
    vendor,
    document,
    leftForYou: note,
    types,
    exchanges: [
      {
        name: 'a loop reads three pages by the cursors of the vendor',
        responds: [json(pageOf(ids('a'), 'n1')), json(pageOf(ids('b'), 'n 2')), json(end ?? pageOf(ids('c')))],
        call: all,
        sends: { url: `${url}?${parameter}=n%202` },
        resolves: three,
      },
      {
        name: 'a loop over a vendor that repeats a cursor ends with an error',
        responds: [json(pageOf(ids('a'), 'n1')), json(pageOf(ids('b'), 'n1'))],
        call: all,
        throws: 'The vendor keeps sending the same pages: 2 of an unknown number of items of /things were read.',
      },
    ],
  };
}

export const cursorPageCases: readonly DocumentCase[] = [
  cursorCase(
    'pages-cursor-meta',
    getList(
      `{ type: object, properties: { data: { ${things} }, meta: { type: object, properties: { next_cursor: { ${empty} } } } } }`,
      { texts: 'cursor', numbers: 'limit' },
    ),
    'cursor',
    (data, next_cursor) => ({ data, meta: { next_cursor: next_cursor ?? null } }),
  ),
  // Slack.
  cursorCase(
    'pages-cursor-empty-text',
    getList(
      `{ type: object, properties: { ok: { type: boolean }, members: { ${things} }, response_metadata: { type: object, properties: { next_cursor: { ${text} } } } } }`,
      { texts: 'cursor', numbers: 'limit' },
    ),
    'cursor',
    (members, next_cursor = '') => ({ ok: true, members, response_metadata: { next_cursor } }),
  ),
  // Google.
  cursorCase(
    'pages-page-token',
    getList(`{ type: object, properties: { items: { ${things} }, nextPageToken: { ${text} } } }`, {
      texts: 'pageToken',
      numbers: 'maxResults',
    }),
    'pageToken',
    (items, nextPageToken) => ({ items, nextPageToken }),
  ),
  // Asana.
  cursorCase(
    'pages-offset-token',
    getList(
      `{ type: object, properties: { data: { ${things} }, next_page: { type: [object, "null"], properties: { offset: { ${text} }, path: { ${text} }, uri: { ${text} } } } } }`,
      { texts: 'offset', numbers: 'limit' },
    ),
    'offset',
    (data, offset) => ({ data, next_page: offset ? { offset } : null }),
  ),
  // Kubernetes.
  cursorCase(
    'pages-continue',
    getList(
      `{ type: object, properties: { items: { ${things} }, metadata: { type: object, properties: { continue: { ${text} }, remainingItemCount: { type: integer } } } } }`,
      { texts: 'continue', numbers: 'limit' },
    ),
    'continue',
    (items, next) => ({ items, metadata: { continue: next } }),
  ),
  // HubSpot.
  cursorCase(
    'pages-after',
    getList(
      `{ type: object, required: [results], properties: { results: { ${things} }, paging: { type: object, properties: { next: { type: object, properties: { after: { ${text} }, link: { ${text} } } } } } } }`,
      { texts: 'after', numbers: 'limit' },
    ),
    'after',
    (results, after) => ({ results, ...(after && { paging: { next: { after } } }) }),
  ),
  // A list two objects deep, and a cursor that is a parameter with brackets.
  cursorCase(
    'pages-nested',
    getList(
      `{ type: object, properties: { result: { type: object, properties: { items: { ${things} }, nextToken: { ${text} } } } } }`,
      { texts: 'nextToken', numbers: 'maxResults' },
    ),
    'nextToken',
    (items, nextToken) => ({ result: { items, nextToken } }),
  ),
  // OpenAI.
  cursorCase(
    'pages-last-id',
    getList(
      `{ type: object, required: [data, last_id, has_more], properties: { data: { ${things} }, first_id: { ${text} }, last_id: { ${text} }, has_more: { type: boolean } } }`,
      { texts: 'after', numbers: 'limit' },
    ),
    'after',
    (data, last_id) => ({ data, last_id: last_id ?? 'z', has_more: last_id !== undefined }),
  ),
];
