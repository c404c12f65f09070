import { chunked } from '@plumbline/runtime/testing';
import type { DocumentCase } from '../document-case.ts';
import { collect } from '../read-responses.ts';

const sse: ResponseInit = { headers: { 'Content-Type': 'text/event-stream' } };

/** Streams as OpenAPI 3.2 describes them, and as the vendors of models send them. */
export const eventSchemaCases: readonly DocumentCase[] = [
  {
    vendor: 'events-with-content',
    document: `
openapi: 3.2.0
info: { title: Acme, version: '1' }
paths:
  /numbers:
    get:
      operationId: numbers/list
      responses:
        '200':
          description: ok
          content:
            text/event-stream:
              itemSchema:
                type: object
                required: [event]
                properties: { event: { type: string }, data: { type: string } }
                oneOf:
                  - { properties: { event: { const: text } } }
                  - { required: [data], properties: { event: { const: object }, data: { contentMediaType: application/json, contentSchema: { type: object, required: [n], properties: { n: { type: integer } } } } } }
  /messages:
    post:
      operationId: messages/create
      responses:
        '200':
          description: ok
          content:
            text/event-stream:
              schema:
                oneOf:
                  - { type: object, required: [type, delta], properties: { type: { type: string, enum: [content_delta] }, delta: { type: object, required: [text], properties: { text: { type: string } } } } }
                  - { type: object, required: [type], properties: { type: { type: string, enum: [message_stop] } } }
`,
    leftForYou: ['OpenAPI 3.2'],
    exchanges: [
      {
        name: 'a client parses the data of an event as its variant says',
        responds: chunked(['event: text\ndata: hi\n\nevent: object\ndata: {"n": 42}\n\n'], sse),
        call: (client) => collect(client.numbers.list()),
        resolves: [
          { event: 'text', data: 'hi' },
          { event: 'object', data: { n: 42 } },
        ],
      },
      {
        name: 'a client yields the data of named events, also of those that the document does not list',
        responds: chunked(
          [
            'event: content_delta\ndata: {"type":"content_delta","delta":{"text":"a"}}\n\n: alive\n\n',
            'event: ping\ndata: {"type":"ping"}\n\n',
          ],
          sse,
        ),
        call: (client) => collect(client.messages.create()),
        resolves: [{ type: 'content_delta', delta: { text: 'a' } }, { type: 'ping' }],
      },
    ],
    types: `
export async function read(client: api.EventsWithContent): Promise<number | string | undefined> {
  for await (const one of client.numbers.list().stream()) if (one.event === 'object') return one.data.n;
  for await (const one of client.messages.create().stream()) if (one.type === 'content_delta') return one.delta.text;
  return undefined;
}`,
  },
];
