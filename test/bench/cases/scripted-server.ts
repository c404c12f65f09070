import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { list } from '../cpu/list.ts';

/** A request that arrived whole. */
export interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds, by `performance.now()`. */
  readonly at: number;
}

export type Answer = (response: ServerResponse, request: Received) => void;

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
}

/** Starts a server on loopback that gives the answers one by one, the last one for ever. */
export async function serve(answers: readonly Answer[], host = '127.0.0.1'): Promise<ScriptedServer> {
  const received: Received[] = [];
  const server = createServer(async (incoming, response) => {
    await text(incoming);
    const request = { method: incoming.method ?? '', headers: incoming.headers, at: performance.now() };
    const answer = answers[Math.min(received.push(request), answers.length) - 1];
    answer?.(response, request);
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

/** Answers with a status, JSON and headers. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A success that every peer takes for one. */
export const success: Answer = json(200, list);

/** Refuses with an error in the shape of every peer's vendor. */
export function refuse(status: number, headers: Record<string, string> = {}): Answer {
  const error = { code: 'refused', type: 'api_error', message: 'Not now.' };
  return json(status, { error, errors: [error] }, headers);
}

/** Answers with a status and no body. */
export function empty(status: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(status, { 'Content-Length': '0', ...headers }).end();
}

/** Cuts the connection, when the whole request has arrived and nothing is answered yet. */
export const reset: Answer = (response) => response.socket?.resetAndDestroy();

/** Sends the head and the beginning of a body, and no more. */
export const stall: Answer = (response) =>
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"users":[');

/** Answers with the page of a proxy. */
export const page: Answer = (response) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
