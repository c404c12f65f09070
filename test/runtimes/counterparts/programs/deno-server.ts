/** `Deno.serve` sends the response of a call. */
import { expectUser, handle } from './call-responses.ts';

declare const Deno: {
  serve(
    options: object,
    handler: typeof handle,
  ): { readonly addr: { readonly port: number }; shutdown(): Promise<void> };
};

const server = Deno.serve({ hostname: '127.0.0.1', port: 0, onListen() {} }, handle);
await expectUser(await fetch(`http://127.0.0.1:${server.addr.port}`));
await server.shutdown();
