import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import type { Document } from '../document/document.ts';
import { schemesOf } from '../document/security-scheme.ts';
import { prismDocument } from './prism-document.ts';
import { withReadableParameters } from './prism-parameters.ts';

/** A mock of a vendor's API on loopback. */
export interface MockServer {
  /** Scheme, host and port, without the path of the vendor's server. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a mock of a document with Prism, in this process. `prismLimitOf` says which operations it cannot mock.
 *
 * @param port The port to listen on. @default any free port
 */
export async function servePrism(document: Document, port = 0): Promise<MockServer> {
  const operations = await getHttpOperationsFromSpec(withReadableParameters(withKnownSchemes(prismDocument(document))));
  const server = createServer(operations, {
    components: { logger: createLogger('mock', { level: 'silent' }) },
    // With `true`, Prism permits every origin to send credentials. The site forwards to its mocks, so no page needs that.
    cors: false,
    config: {
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      mock: { dynamic: false },
      isProxy: false,
      errors: true,
      upstreamProxy: undefined,
    },
  });
  const url = await server.listen(port, '127.0.0.1');
  const removeTimeLimits = timeLimitRemover(Number(new URL(url).port));
  subscribe(requestStart, removeTimeLimits);
  const close = async () => {
    unsubscribe(requestStart, removeTimeLimits);
    await server.close();
  };
  return { url, close };
}

/** Prism knows the HTTP authentication schemes `basic`, `bearer` and `digest` only. Any other becomes a key in the same header. */
function withKnownSchemes(document: Document): Document {
  const securitySchemes = Object.fromEntries(
    [...schemesOf(document)].map(([key, scheme]) => {
      const name = scheme.scheme?.toLowerCase() ?? '';
      if (scheme.type !== 'http') return [key, scheme];
      const isKnown = /^(basic|bearer|digest)$/.test(name);
      return [key, isKnown ? { ...scheme, scheme: name } : { type: 'apiKey', in: 'header', name: 'Authorization' }];
    }),
  );
  return { ...document, components: { ...document.components, securitySchemes } };
}

const requestStart = 'http.server.request.start';

/**
 * Removes the time limits of the HTTP server at a port. On a busy machine, Node closes an idle connection while a client sends its next
 * request. Prism does not expose its server, so the first request gives it.
 */
function timeLimitRemover(port: number): (message: unknown) => void {
  return (message) => {
    const { server } = message as { readonly server: Server };
    if ((server.address() as AddressInfo | null)?.port !== port) return;
    Object.assign(server, { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 });
  };
}
