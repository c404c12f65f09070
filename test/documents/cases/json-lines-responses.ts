import { chunked } from '@plumbline/runtime/testing';
import type { DocumentCase } from '../document-case.ts';
import { collect, splitBytes } from '../read-responses.ts';

const lines: ResponseInit = { headers: { 'Content-Type': 'application/x-ndjson' } };

export const lineCases: readonly DocumentCase[] = [
  {
    vendor: 'json-lines',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /nd: { get: { operationId: nd/get, responses: { '200': { description: ok, content: { application/x-ndjson: { schema: { $ref: '#/components/schemas/Row' } } } } } } }
  /lines: { get: { operationId: lines/get, responses: { '200': { description: ok, content: { application/jsonl: { schema: { type: array, items: { $ref: '#/components/schemas/Row' } } } } } } } }
  /seq: { get: { operationId: seq/get, responses: { '200': { description: ok, content: { application/json-seq: { itemSchema: { $ref: '#/components/schemas/Row' } } } } } } }
  /old: { get: { operationId: old/get, responses: { '200': { description: ok, content: { application/stream+json: { schema: { $ref: '#/components/schemas/Row' } } } } } } }
components: { schemas: { Row: { type: object, required: [id], properties: { id: { type: integer } } } } }
`,
    exchanges: [
      {
        name: 'a client yields the lines of NDJSON',
        responds: chunked(['{"id":1}\n{"i', 'd":2}\r\n\n', '{"id":3}'], lines),
        call: (client) => collect(client.nd.get()),
        sends: { headers: { accept: 'application/x-ndjson' } },
        resolves: [{ id: 1 }, { id: 2 }, { id: 3 }],
      },
      {
        name: 'a client yields the items of a list that is sent as lines, under another type of JSON',
        responds: chunked(['{"id":1}\n'], { headers: { 'Content-Type': 'application/json' } }),
        call: (client) => collect(client.lines.get()),
        resolves: [{ id: 1 }],
      },
      {
        name: 'a client yields the texts of a JSON sequence',
        responds: chunked(splitBytes('\x1e{"id":1}\n\x1e{"id":\n2}\n'), {
          headers: { 'Content-Type': 'application/json-seq' },
        }),
        call: (client) => collect(client.seq.get()),
        resolves: [{ id: 1 }, { id: 2 }],
      },
      {
        name: 'a client yields the lines of the older media type',
        responds: chunked(['{"id":1}\n'], { headers: { 'Content-Type': 'application/stream+json' } }),
        call: (client) => collect(client.old.get()),
        resolves: [{ id: 1 }],
      },
      {
        name: 'a client says which line is malformed',
        responds: chunked(['{"id":1}\n{"id":'], lines),
        call: (client) => collect(client.nd.get()),
        resolves: [{ id: 1 }, 'ApiError', 'GET /nd: 200. Event 2: its data is not JSON.'],
      },
      {
        name: 'a client resolves with the text of lines that are awaited',
        responds: new Response('{"id":1}\n', lines),
        call: (client) => client.nd.get(),
        resolves: '{"id":1}\n',
      },
      {
        name: 'a client yields lines that were awaited before',
        responds: new Response('{"id":1}\n{"id":2}\n', lines),
        call: async (client) => {
          const call = client.nd.get();
          await call;
          return collect(call);
        },
        resolves: [{ id: 1 }, { id: 2 }],
      },
    ],
    types: `
export async function read(client: api.JsonLines): Promise<number> {
  for await (const row of client.nd.get().stream()) return row.id;
  for await (const row of client.lines.get().stream()) return row.id;
  for await (const row of client.seq.get().stream()) return row.id;
  const event: api.OldGetEvent = { id: 1 };
  return event.id;
}`,
  },
];
