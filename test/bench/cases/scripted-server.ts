import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { list } from '../cpu/list.ts';

/** A request that the server received completely. */
export interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Time of arrival in milliseconds, by `performance.now()`. */
  readonly at: number;
}

/** What the server does with one request. */
export type Step = (response: ServerResponse, request: Received) => void;

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
}

/** Starts a server on loopback with one step for each request. The last step also serves all further requests. */
export async function serve(steps: readonly Step[], host = '127.0.0.1'): Promise<ScriptedServer> {
  const received: Received[] = [];
  // A limit of the server would close connections while a client waits.
  const noTimeLimits = { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 };
  const server = createServer(noTimeLimits, async (incoming, response) => {
    await text(incoming);
    const request = { method: incoming.method ?? '', headers: incoming.headers, at: performance.now() };
    const step = steps[Math.min(received.push(request), steps.length) - 1];
    step?.(response, request);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Responds with a status, JSON and headers. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A response that every peer accepts as a success. */
export const success: Step = json(200, list);

/** Responds with an error in the format of every peer's vendor. */
export function refuse(status: number, headers: Record<string, string> = {}): Step {
  const error = { code: 'refused', type: 'api_error', message: 'Not now.' };
  return json(status, { error, errors: [error] }, headers);
}

/** Responds with a status and no body. */
export function empty(status: number, headers: Record<string, string> = {}): Step {
  return (response) => response.writeHead(status, { 'Content-Length': '0', ...headers }).end();
}

/** Resets the connection after the complete request, before the response. */
export const reset: Step = (response) => response.socket?.resetAndDestroy();

/** Closes the connection after the head and the start of a body. */
export const cut: Step = (response) =>
  response
    .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' })
    .write('{"users":[', () => response.destroy());

/** Sends the head and the start of a body, and then nothing. */
export const stall: Step = (response) =>
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"users":[');

/** Responds with the HTML page of a proxy. */
export const page: Step = (response) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
