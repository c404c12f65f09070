import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { partsOf } from './multipart-parts.ts';
import { isPattern, pattern } from './suite/transfer-bodies.ts';

/** What the server saw of the requests with one id. */
export interface Exchange {
  /** Number of requests. */
  attempts: number;
  /** Bytes of request bodies that the server has read. */
  received: number;
  /** Bytes of response bodies that the connection has taken. */
  sent: number;
  /** Whether the last request and its response were complete when they ended. */
  complete: boolean;
}

/** A request under way. */
interface Transfer {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly exchange: Exchange;
}

/** Bytes of the body of `gigabyte`. */
const gigabyte = 1_000_000_000;

const text = Array.from({ length: 20 }, (_, id) => JSON.stringify({ id, text: 'Zoë ✓ 🦉' }));
const events = Buffer.from(`${text.map((data) => `data: ${data}\r\n\r\n`).join('')}data: [DONE]\r\n\r\n`);
const lines = Buffer.from(`${text.join('\n')}\n[DONE]\n`);

/** How the server behaves, by the first segment of the path after `/transfers/`. */
const behaviours: Readonly<Record<string, (transfer: Transfer) => unknown>> = {
  /** Reads the body, and describes it. */
  reads: async (transfer) => describe(transfer, await readAll(transfer)),
  /** Reads nothing. */
  ignores: () => {},
  /** Refuses a request before its body has arrived. */
  refuses: ({ response }) => json(response, 413, { message: 'too large' }),
  /** Reads each body. The first time it responds with 503. */
  'is-busy': async (transfer) => {
    const body = await readAll(transfer);
    if (transfer.exchange.attempts === 1) transfer.response.writeHead(503, { 'Retry-After': '0' }).end();
    else describe(transfer, body);
  },
  /** Reads each body. The first time it closes the connection. */
  resets: async (transfer) => {
    const body = await readAll(transfer);
    if (transfer.exchange.attempts === 1) transfer.request.socket.destroy();
    else describe(transfer, body);
  },
  /** Says which credentials arrived. */
  names: ({ request: { headers, url = '' }, response }) => {
    const { authorization = null, cookie = null } = headers;
    json(response, 200, { authorization, cookie, key: new URL(url, 'http://loopback').searchParams.get('key') });
  },
  file: ({ response }) => begin(response).end(pattern(1_000_000)),
  flood: (transfer) => sendMany(transfer, 200_000_000),
  gigabyte: (transfer) => sendMany(transfer, gigabyte),
  /** Reads the body, keeps nothing of it, and responds with its size. */
  counts: async ({ request, response }) => {
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) size += chunk.length;
    json(response, 200, { size });
  },
  /** Sends some bytes or one event, and then nothing. */
  stalls: ({ request, response }) =>
    begin(response, request).write(
      isEvents(request) ? events.subarray(0, 50) : isFile(request) ? pattern(1000) : lines.subarray(0, 50),
    ),
  /** Sends events, and then nothing after `[DONE]`. Chunks split characters and lines. */
  events: async ({ request, response }) => {
    const body = isEvents(request) ? events : lines;
    begin(response, request);
    for (let start = 0; start < body.length; start += 7) {
      response.write(body.subarray(start, start + 7));
      await turn();
    }
  },
  /** Sends some events, and then closes the connection in the middle of one. */
  cuts: async ({ request, response }) => {
    const body = isEvents(request) ? events : lines;
    // Two events are complete.
    const first = body.indexOf('{"id":2');
    await new Promise<void>(
      (resolve) => void begin(response, request).write(body.subarray(0, first + 9), () => resolve()),
    );
    response.socket?.end();
  },
};

/** The part of the server that sends and receives large bodies: `/transfers/<behaviour>/<id>`. */
export class TransferServer {
  readonly #exchanges = new Map<string, Exchange>();
  readonly #open = new Map<string, Set<Transfer>>();

  /**
   * Responds to a request. `GET /transfers/seen/<id>` has what was seen so far, `GET /transfers/ended/<id>` waits for the end, and
   * `GET /transfers/cut/<id>` closes the connections.
   */
  async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [behaviour = '', id = ''] = new URL(request.url ?? '', 'http://loopback').pathname.split('/').slice(2);
    const exchange = this.#exchanges.get(id) ?? { attempts: 0, received: 0, sent: 0, complete: false };
    const open = this.#open.get(id) ?? new Set();
    if (behaviour === 'seen') return json(response, 200, exchange);
    if (behaviour === 'cut') {
      for (const transfer of open) transfer.request.socket.end();
      return json(response, 200, exchange);
    }
    if (behaviour === 'ended') {
      // A connection that is not read does not show its end.
      for (const transfer of open) transfer.request.resume();
      while (open.size > 0) await Promise.all([...open].map((transfer) => once(transfer.response, 'close')));
      return json(response, 200, exchange);
    }
    this.#exchanges.set(id, exchange);
    this.#open.set(id, open);
    exchange.attempts++;
    const transfer = { request, response, exchange };
    open.add(transfer);
    response.on('close', () => {
      exchange.complete = request.complete && response.writableFinished;
      open.delete(transfer);
    });
    try {
      await behaviours[behaviour]?.(transfer);
    } catch {
      // The client ended the request.
      response.destroy();
    }
  }
}

function begin(response: ServerResponse, request?: IncomingMessage): ServerResponse {
  return response.writeHead(200, { 'Content-Type': request?.headers.accept ?? 'application/octet-stream' });
}

function isEvents({ headers }: IncomingMessage): boolean {
  return headers.accept === 'text/event-stream';
}

function isFile({ headers }: IncomingMessage): boolean {
  return headers.accept === 'application/octet-stream';
}

/** Sends bytes or events of a total length, as fast as they are read. */
async function sendMany({ request, response, exchange }: Transfer, length: number): Promise<void> {
  begin(response, request);
  const event = `data: ${JSON.stringify({ id: 0, text: 'x'.repeat(1000) })}\n\n`;
  const chunk = isEvents(request) ? Buffer.from(event.repeat(64)) : pattern(251 * 256);
  while (exchange.sent < length && !response.closed) {
    exchange.sent += chunk.length;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

/** Resolves when a response takes bytes again, or closes. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      response.off('drain', end).off('close', end);
      resolve();
    };
    response.on('drain', end).on('close', end);
  });
}

async function readAll({ request, exchange }: Transfer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    exchange.received += chunk.length;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function describe({ request: { headers }, response }: Transfer, body: Buffer): void {
  const type = headers['content-type'] ?? '';
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  const parts = boundary === undefined ? [] : partsOf(body, boundary);
  const length = headers['content-length'] ?? null;
  json(response, 200, { type, size: body.length, length: length && Number(length), intact: isPattern(body), parts });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
