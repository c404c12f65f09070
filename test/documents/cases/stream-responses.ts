import { chunked, truncated } from '@plumbline/runtime/testing';
import type { DocumentCase } from '../document-case.ts';
import { collect, splitBytes } from '../read-responses.ts';

const sse: ResponseInit = { headers: { 'Content-Type': 'text/event-stream; charset=utf-8' } };

export const streamCases: readonly DocumentCase[] = [
  {
    vendor: 'chat-stream',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /chat:
    post:
      operationId: chat/create
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { stream: { type: boolean } } } } } }
      responses:
        '200':
          description: ok
          content:
            text/event-stream: { schema: { $ref: '#/components/schemas/ChatChunk' } }
            application/json: { schema: { $ref: '#/components/schemas/Chat' } }
  /log: { get: { operationId: log/get, responses: { '200': { description: ok, content: { text/event-stream: { schema: { type: string } } } } } } }
  /open: { get: { operationId: open/get, responses: { '200': { description: ok, content: { text/event-stream: {} } } } } }
  /events:
    get:
      operationId: events/list
      responses:
        '200':
          description: ok
          content:
            text/event-stream:
              schema:
                oneOf:
                  - { type: object, required: [event, data], properties: { event: { type: string, const: added }, data: { $ref: '#/components/schemas/Chat' }, id: { type: string } } }
                  - { type: object, required: [event, data], properties: { event: { type: string, const: removed }, data: { type: object, required: [why], properties: { why: { type: string } } }, retry: { type: integer } } }
  /raw: { get: { operationId: raw/get, responses: { '200': { description: ok, content: { text/event-stream: { schema: { type: object, properties: { event: { type: string }, data: { type: string }, id: { type: string } } } } } } } } }
  /items:
    get:
      operationId: items/get
      responses: { '200': { description: ok, content: { text/event-stream: { itemSchema: { $ref: '#/components/schemas/ChatChunk' } } } } }
components:
  schemas:
    Chat: { type: object, required: [text], properties: { text: { type: string } } }
    ChatChunk: { type: object, required: [delta], properties: { delta: { type: string } } }
`,
    exchanges: [
      {
        name: 'a client yields the data of events as JSON, and ends at [DONE]',
        responds: chunked(
          ['data: {"delta":"a"}\n\n: ping\n\nid: 1\ndata: {"del', 'ta":"é"}\r\n\r\ndata: [DONE]\n\ndata: no\n\n'],
          sse,
        ),
        call: (client) => collect(client.chat.create({ stream: true }, { accept: 'text/event-stream' })),
        sends: { headers: { accept: 'text/event-stream' }, body: { stream: true } },
        resolves: [{ delta: 'a' }, { delta: 'é' }],
      },
      {
        name: 'a client yields the data of events that arrive byte by byte, after a byte order mark',
        responds: chunked(splitBytes('\uFEFFdata: {"delta":\ndata: "é😀"}\r\n\r\ndata: {"delta":"b"}\r\r'), sse),
        call: (client) => collect(client.chat.create({ stream: true }, { accept: 'text/event-stream' })),
        resolves: [{ delta: 'é😀' }, { delta: 'b' }],
      },
      {
        name: 'a client resolves with JSON by default, and with the text of a stream that is awaited',
        responds: [Response.json({ text: 'ab' }), new Response('data: {}\n\n', sse)],
        call: async (client) => [
          await client.chat.create({}),
          await client.chat.create({ stream: true }, { accept: 'text/event-stream' }),
        ],
        resolves: [{ text: 'ab' }, 'data: {}\n\n'],
      },
      {
        name: 'a client says which event is malformed, after the events before it',
        responds: chunked(['data: {"delta":"a"}\n\ndata: {"delta": s3cret\n\n'], sse),
        call: (client) => collect(client.items.get()),
        resolves: [{ delta: 'a' }, 'ApiError', 'GET /items: 200. Event 2: its data is not JSON.'],
      },
      {
        name: 'a client throws after the events of a stream that is cut',
        responds: truncated(['data: {"delta":"a"}\n\ndata: {"delta"'], sse),
        call: (client) => collect(client.items.get()),
        resolves: [
          { delta: 'a' },
          'ConnectionError',
          'GET /items: connection failed before a full response (ECONNRESET). Check the network and the URL.',
        ],
      },
      {
        name: 'a client throws for JSON in the place of events',
        responds: Response.json({ delta: 'a' }),
        call: (client) => collect(client.items.get()),
        resolves: ['ApiError', 'GET /items: 200. Its body is not of the media type of `Accept`.'],
      },
      {
        name: 'a client yields the data of events as text if the schema is text',
        responds: chunked(['data: 1\ndata:  2\n\ndata\n\ndata: {}\n\n'], sse),
        call: (client) => collect(client.log.get()),
        resolves: ['1\n 2', '{}'],
      },
      {
        name: 'a client yields data without a schema as JSON or else text',
        responds: chunked(['data: 1\n\ndata: one\n\n'], sse),
        call: (client) => collect(client.open.get()),
        resolves: [1, 'one'],
      },
      {
        name: 'a client yields events as objects if the schema describes them',
        responds: chunked(
          ['event: added\nid: 7\ndata: {"text":"a"}\n\nretry: 10\nevent: removed\ndata: {"why":"b"}\n\n'],
          sse,
        ),
        call: (client) => collect(client.events.list()),
        resolves: [
          { event: 'added', id: '7', data: { text: 'a' } },
          { event: 'removed', data: { why: 'b' }, retry: 10 },
        ],
      },
      {
        name: 'a client leaves the data of an event as text if its schema is text',
        responds: chunked(['data: {"text":"a"}\n\n'], sse),
        call: (client) => collect(client.raw.get()),
        resolves: [{ data: '{"text":"a"}' }],
      },
    ],
    types: `
export async function read(client: api.ChatStream): Promise<string> {
  for await (const chunk of client.chat.create({}, { accept: 'text/event-stream' }).stream()) return chunk.delta;
  for await (const bytes of client.chat.create({}).stream()) return String(bytes.byteLength);
  for await (const chunk of client.items.get().stream()) return chunk.delta;
  for await (const line of client.log.get().stream()) return line.trim();
  for await (const event of client.raw.get().stream()) return event.data ?? event.id ?? '';
  // @ts-expect-error: the text of the stream, and no object.
  (await client.chat.create({}, { accept: 'text/event-stream' })).text;
  const text: string = await client.items.get();
  const chat: api.Chat = await client.chat.create({});
  return chat.text + text;
}
export function show(event: api.EventsListEvent, chunk: api.ItemsGetEvent): string {
  return event.event === 'added' ? event.data.text : chunk.delta;
}`,
  },
];
