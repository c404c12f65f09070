/** A server on loopback for uploads, and a client that uploads to it. */

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { type Binary, type Call, type ClientOptions, defineClient, type FileInput, header } from '@plumbline/runtime';
import { bytesBody, formBody, multipartBody } from '@plumbline/runtime/features';
import { onTestFinished } from 'vitest';

/** A request whose body is read. */
export interface Upload {
  readonly headers: IncomingMessage['headers'];
  readonly length: number;
  readonly sha256: string;
  /** The first 10,000 characters. */
  readonly text: string;
}

interface Operations {
  send(params: { body: Binary }, options?: object): Call<unknown>;
  upload(params: { file: FileInput; meta?: object; purpose?: string }, options?: object): Call<unknown>;
  submit(params: { items: object[] }, options?: object): Call<unknown>;
}

const createUploader = defineClient<object, Operations, ClientOptions & { readonly key?: string }>({
  name: 'createUploader',
  server: 'https://api.acme.test',
  options: { key: { default: 'k3y' } },
  credentials: [{ required: ['key'], policy: header(({ key }) => ({ 'X-Key': key })) }],
  querySerialization: {},
  features: {
    bodies: {
      'application/octet-stream': bytesBody,
      'multipart/form-data': multipartBody,
      'application/x-www-form-urlencoded': formBody,
    },
  },
  operations: {
    send: { method: 'PUT', path: '/send', body: 'whole', requestMediaType: 'application/octet-stream' },
    upload: { method: 'PUT', path: '/upload', body: 'fields', requestMediaType: 'multipart/form-data' },
    submit: {
      method: 'POST',
      path: '/submit',
      body: 'fields',
      requestMediaType: 'application/x-www-form-urlencoded',
      encoding: { items: { style: 'deepObject', explode: true } },
    },
  },
});

type Receive = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a server until the test ends, and makes a client for it. */
export async function startUploads(
  options: ClientOptions,
  receive?: Receive,
): Promise<{ client: ReturnType<typeof createUploader>; uploads: Upload[] }> {
  const uploads: Upload[] = [];
  // Only the client limits its time.
  const limits = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 };
  const server = createServer(limits, async (request, response) => {
    if (receive) return receive(request, response);
    uploads.push(await readUpload(request));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { client: createUploader({ ...options, baseUrl }), uploads };
}

/** Reads a body in constant memory. */
async function readUpload(request: IncomingMessage): Promise<Upload> {
  const hash = createHash('sha256');
  let length = 0;
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk);
    length += chunk.length;
    if (text.length < 10_000) text += chunk.toString('latin1');
  }
  return { headers: request.headers, length, sha256: hash.digest('hex'), text: text.slice(0, 10_000) };
}

/** A stream of the same chunk, which makes each when it is read. */
export function streamOf(
  chunk: Uint8Array<ArrayBuffer>,
  count: number,
): { stream: ReadableStream<Uint8Array>; made: () => number; cancelled: () => unknown } {
  let made = 0;
  let cancelled: unknown;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // A stream that never waits would block Node's own fetch after an abort.
        await turn();
        if (made++ < count) controller.enqueue(chunk.slice());
        else controller.close();
      },
      cancel(reason) {
        cancelled = reason ?? 'cancelled';
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, made: () => made, cancelled: () => cancelled };
}
