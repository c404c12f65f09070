import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '@plumbline/sandbox';
import { serveSandbox } from '@plumbline/sandbox/server';
import { type Document, type Operation, operationsOf } from '../document/document.ts';
import { readSpec } from '../document/read-spec.ts';
import { successStatusOf } from '../generate/media-types.ts';
import { stripSpec } from '../sandbox/sandbox-data.ts';
import { createRouter } from '../validate/route.ts';
import { prismLimitOf } from './prism-limits.ts';
import { type MockServer, servePrism } from './prism-server.ts';

export type { MockServer };

/**
 * Starts a mock of a vendor's API. It responds with the spec's examples, and refuses requests that violate the spec. A response that
 * violates the spec becomes a 500, so that a wrong example cannot pass.
 *
 * Prism is the mock. A sandbox responds for the operations that Prism cannot mock. It accepts only its own credentials, which are those of
 * the vendor's `vendor.json`.
 *
 * The header `Prefer: code=429` selects a status, and `Prefer: example=page2` an example. No page of another origin can read it.
 *
 * @param spec A vendor, for the bundle of its spec, or a document.
 * @param port The port to listen on. @default any free port
 */
export async function startMock(spec: string | Document, port = 0): Promise<MockServer> {
  const document = typeof spec === 'string' ? readSpec(spec) : spec;
  const limited = new Set(operationsOf(document).flatMap((one) => (prismLimitOf(document, one) ? one.id : [])));
  if (limited.size === 0) return servePrism(document, port);
  const prism = await servePrism(document);
  const sandbox = await serveSandbox(createSandbox(stripSpec(document), { examples: true }));
  const find = createRouter(document, '');
  const server = createServer((received, response) => {
    const { method = '', url = '', headers } = received;
    const operation = find({ method, url, headers: { accept: headers.accept ?? '' } })?.operation;
    const isLimited = operation && limited.has(operation.id);
    const { url: target } = isLimited ? sandbox : prism;
    const sent = isLimited ? { ...headers, prefer: preferenceOf(operation, headers.prefer) } : headers;
    const forwarded = request(target + url, { method, headers: sent }, (reply) => {
      response.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    received.pipe(forwarded);
  });
  Object.assign(server, { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 });
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([prism.close(), sandbox.close()]);
  };
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Made-up parameters find no item of a sandbox, so it responds with an example, as Prism does. */
function preferenceOf(operation: Operation, prefer: string | string[] = []): string {
  const given = [prefer].flat().join(', ');
  if (/\bcode=/.test(given)) return given;
  return [`code=${successStatusOf(operation)}`, given].filter(Boolean).join(', ');
}
