import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { MockServer } from '@plumbline/spec-tools/mock/mock-server';

/**
 * Starts a proxy of a mock that rate limits each request once: `Prefer: code=429` reaches the mock for the first request of a method
 * and URL, and later requests lose that header.
 *
 * @param url The address of the mock.
 * @param hasState Whether the mock has pages of its own. Requests lose a `Prefer` that selects an example then.
 */
export async function limitOnce(url: string, hasState: boolean): Promise<MockServer> {
  const limited = new Set<string>();
  const forward = async (request: IncomingMessage): Promise<Response> => {
    const { host, connection, 'content-length': length, ...headers } = request.headers as Record<string, string>;
    const operation = `${request.method} ${request.url}`;
    if (hasState && headers.prefer?.startsWith('example=')) delete headers.prefer;
    if (headers.prefer === 'code=429' && limited.has(operation)) delete headers.prefer;
    else if (headers.prefer === 'code=429') limited.add(operation);
    const body = length ? { body: await buffer(request) } : {};
    return fetch(url + request.url, { method: request.method ?? 'GET', headers, ...body });
  };
  const server = createServer(async (request, response) => {
    try {
      const forwarded = await forward(request);
      const { 'transfer-encoding': _, connection, ...headers } = Object.fromEntries(forwarded.headers);
      response.writeHead(forwarded.status, headers).end(Buffer.from(await forwarded.arrayBuffer()));
    } catch (error) {
      response.destroy(error as Error);
    }
  });
  // On a busy machine, Node closes an idle connection while a client sends its next request.
  Object.assign(server, { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
