import type { DocumentCase } from '../document-case.ts';
import {
  all,
  empty,
  getList,
  ids,
  json,
  listDocument,
  note,
  text,
  things,
  three,
  types,
  url,
} from './paged-document.ts';

/** Lists whose cursor is in the last item, in the request body, or an object. */
export const cursorPlaceCases: readonly DocumentCase[] = [
  {
    // Stripe.
    vendor: 'pages-last-item',
    document: getList(
      `{ type: object, properties: { object: { const: list }, data: { ${things} }, has_more: { type: boolean }, url: { ${text} } } }`,
      { texts: 'starting_after ending_before', numbers: 'limit' },
    ),
    leftForYou: note,
    types,
    exchanges: [
      {
        name: 'a loop asks for what comes after the last item',
        responds: [
          json({ data: ids('a', 'b'), has_more: true }),
          json({ data: ids('c'), has_more: true }),
          json({ data: ids('d'), has_more: false }),
        ],
        call: all,
        sends: { url: `${url}?starting_after=c` },
        resolves: ['a', 'b', 'c', 'd'],
      },
      {
        name: 'a loop over a vendor that ignores the parameter ends with an error',
        responds: json({ data: ids('a'), has_more: true }),
        call: all,
        throws: 'The vendor keeps sending the same pages',
      },
      {
        name: 'an awaited call is one page',
        responds: json({ data: ids('a'), has_more: true }),
        call: (client) => client.things.list({ limit: 1 }),
        sends: { url: `${url}?limit=1` },
        resolves: { data: ids('a'), has_more: true },
      },
      {
        name: 'a loop that is promised more pages than it can ask for ends with an error',
        responds: [json({ data: ids('a'), has_more: true }), json({ data: [], has_more: true })],
        call: all,
        throws: 'The vendor returns no further pages',
      },
    ],
  },
  {
    // Notion.
    vendor: 'pages-body-cursor',
    document: listDocument(
      `    post:
      operationId: things/list
      tags: [things]
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, properties: { filter: { type: string }, start_cursor: { type: string }, page_size: { type: integer } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { results: { ${things} }, next_cursor: { ${empty} }, has_more: { type: boolean } } } } } } }`,
      '',
      '/things/query',
    ),
    leftForYou: note,
    exchanges: [
      {
        name: 'a loop sends the cursor as a field of the body',
        responds: [
          json({ results: ids('a'), next_cursor: 'n1', has_more: true }),
          json({ results: ids('b'), next_cursor: 'n2', has_more: true }),
          json({ results: ids('c'), next_cursor: null, has_more: false }),
        ],
        call: async (client) =>
          (await client.things.list({ filter: 'x' }).toArray({ limit: 10 })).map(({ id }: { id: string }) => id),
        sends: { method: 'POST', url: `${url}/query`, body: { filter: 'x', start_cursor: 'n2' } },
        resolves: three,
      },
    ],
  },
  {
    // DynamoDB.
    vendor: 'pages-object-cursor',
    document: listDocument(
      `    post:
      operationId: things/list
      tags: [things]
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [TableName], properties: { TableName: { type: string }, ExclusiveStartKey: { type: object, additionalProperties: true }, Limit: { type: integer } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { Items: { ${things} }, Count: { type: integer }, LastEvaluatedKey: { type: object, additionalProperties: true } } } } } } }`,
    ),
    leftForYou: note,
    exchanges: [
      {
        name: 'a cursor may be an object, and an empty page does not end the list',
        responds: [
          json({ Items: ids('a'), LastEvaluatedKey: { id: 1 } }),
          json({ Items: [], LastEvaluatedKey: { id: 2 } }),
          json({ Items: [], LastEvaluatedKey: { id: 3 } }),
          json({ Items: [], LastEvaluatedKey: { id: 4 } }),
          json({ Items: ids('b') }),
        ],
        call: async (client) => (await client.things.list({ TableName: 't' }).toArray({ limit: 10 })).length,
        sends: { body: { TableName: 't', ExclusiveStartKey: { id: 4 } } },
        resolves: 2,
      },
    ],
  },
];
