import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import type { Document } from '../document/document.ts';
import { bundlePath } from '../document/read-spec.ts';

/** A vendor's API as its spec describes it, on loopback. */
export interface MockServer {
  /** Where it listens: host and port, without any path that the vendor's server has. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a mock of a vendor's API with Prism, which answers with the spec's examples and refuses requests that the spec refuses.
 * An answer that breaks the spec is a 500, so that a wrong example cannot pass.
 *
 * The header `Prefer: code=429` asks for a status, `Prefer: example=page2` for an example.
 *
 * @param spec A vendor, for the bundle of its spec, or a document.
 * @param port The port to listen on. Defaults to any that is free.
 */
export async function startMock(spec: string | Document, port = 0): Promise<MockServer> {
  const operations = await getHttpOperationsFromSpec(typeof spec === 'string' ? bundlePath(spec) : spec);
  const server = createServer(operations, {
    components: { logger: createLogger('mock', { level: 'silent' }) },
    cors: true,
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
  return { url, close: () => server.close() as Promise<void> };
}
