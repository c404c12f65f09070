/** `Bun.serve` sends the response of a call. */
import { expectUser, handle } from './call-responses.ts';

declare const Bun: {
  serve(options: object): { readonly url: URL; stop(closeConnections: boolean): Promise<void> };
};

const server = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch: handle });
await expectUser(await fetch(server.url));
await server.stop(true);
