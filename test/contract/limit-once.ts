import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { MockServer } from '@plumbline/spec-tools/mock/mock-server';

/**
 * Stands before a mock, which has no state, and lets a rate limit pass: `Prefer: code=429` reaches the mock once for each method and
 * URL, and is left out of whatever is sent after that.
 *
 * @param url Where the mock listens.
 */
export async function limitOnce(url: string): Promise<MockServer> {
  const limited = new Set<string>();
  const forward = async (request: IncomingMessage): Promise<Response> => {
    const { host, connection, 'content-length': length, ...headers } = request.headers as Record<string, string>;
    const operation = `${request.method} ${request.url}`;
    if (headers.prefer === 'code=429' && limited.has(operation)) delete headers.prefer;
    else if (headers.prefer === 'code=429') limited.add(operation);
    const body = length ? { body: await buffer(request) } : {};
    return fetch(url + request.url, { method: request.method ?? 'GET', headers, ...body });
  };
  const server = createServer(async (request, response) => {
    try {
      const answer = await forward(request);
      const { 'transfer-encoding': _, connection, ...headers } = Object.fromEntries(answer.headers);
      response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
    } catch (error) {
      response.destroy(error as Error);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
