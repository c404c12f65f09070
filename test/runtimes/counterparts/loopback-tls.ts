import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createCertificate } from './loopback-certificate.ts';

/** A server on loopback that speaks HTTP/2 and HTTP/1.1 over TLS, as the client prefers. Its response says which. */
export class LoopbackTls {
  /** What a client has to trust, in PEM. */
  readonly certificate: string;
  readonly #server;

  constructor() {
    const { key, cert } = createCertificate();
    this.certificate = cert;
    this.#server = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('Set-Cookie', ['a=1', 'b=2']);
      response.setHeader('X-Twice', ['one', 'two']);
      response.setHeader('X-Version', request.httpVersion);
      response.end(JSON.stringify({ user: { id: 'Zoë' } }));
    });
  }

  /** Starts it, and gives its address. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }
}
