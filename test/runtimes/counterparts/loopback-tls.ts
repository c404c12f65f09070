import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { noTimeLimits } from '../no-time-limits.ts';
import { createCertificate } from './loopback-certificate.ts';

/** A server on loopback that speaks HTTP/2 and HTTP/1.1 over TLS. The client chooses, and a response header names the version. */
export class LoopbackTls {
  /** The certificate that a client must trust, in PEM. */
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
    Object.assign(this.#server, noTimeLimits);
  }

  /** Starts the server, and returns its URL. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }
}
