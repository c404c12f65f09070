import { createMagicBell, type MagicBell, type MagicBellOptions } from '@plumbline/magicbell';
import { createMagnetiq, type Magnetiq } from '@plumbline/magnetiq';
import { createMagnify, type Magnify } from '@plumbline/magnify';
import { createMxAudience, type MxAudience } from '@plumbline/mx-audience';
import { createTransfers, type Transfers } from './transfer-client.ts';

/** Creates clients for the loopback server. */
export interface Clients {
  magicbell(options?: Partial<MagicBellOptions>): MagicBell;
  magnetiq(): Magnetiq;
  magnify(): Magnify;
  mxAudience(): MxAudience;
  transfers(options?: Parameters<typeof createTransfers>[0]): Transfers;
  /** URL of the server. */
  readonly server: string;
  /** Whether the clients send through the runtime's `fetch`, passed as an option. */
  readonly overFetch: boolean;
}

const credentials = { clientId: 'the-client', clientSecret: 'the-secret' };

/**
 * @param fetch The `fetch` option of the clients. @default the default transport of the runtime
 * @param overFetch Whether that is the runtime's `fetch`.
 */
export function createClients(server: string, fetch?: MagicBellOptions['fetch'], overFetch = false): Clients {
  const transport = fetch ? { fetch } : {};
  const at = (path: string) => ({ ...transport, baseUrl: `${server}/${path}` });
  return {
    magicbell: (options) =>
      createMagicBell({ apiKey: 'the-key', apiSecret: 'the-secret', ...at('magicbell'), ...options }),
    magnetiq: () => createMagnetiq({ ...credentials, ...at('magnetiq') }),
    magnify: () => createMagnify({ ...credentials, ...at('magnify'), tokenUrl: `${server}/magnify/oauth2/token` }),
    mxAudience: () => createMxAudience({ ...credentials, ...at('mx-audience') }),
    transfers: (options) => createTransfers({ ...transport, baseUrl: server, ...options }),
    server,
    overFetch,
  };
}
