import { createMagicBell, type MagicBell, type MagicBellOptions } from '@plumbline/magicbell';
import { createMagnetiq, type Magnetiq } from '@plumbline/magnetiq';
import { createMagnify, type Magnify } from '@plumbline/magnify';
import { createMxAudience, type MxAudience } from '@plumbline/mx-audience';

/** Creates clients for the loopback server. */
export interface Clients {
  magicbell(options?: Partial<MagicBellOptions>): MagicBell;
  magnetiq(): Magnetiq;
  magnify(): Magnify;
  mxAudience(): MxAudience;
}

const credentials = { clientId: 'the-client', clientSecret: 'the-secret' };

/** @param fetch The `fetch` option of the clients. @default the default transport of the runtime */
export function createClients(server: string, fetch?: MagicBellOptions['fetch']): Clients {
  const transport = fetch ? { fetch } : {};
  const at = (path: string) => ({ ...transport, baseUrl: `${server}/${path}` });
  return {
    magicbell: (options) =>
      createMagicBell({ apiKey: 'the-key', apiSecret: 'the-secret', ...at('magicbell'), ...options }),
    magnetiq: () => createMagnetiq({ ...credentials, ...at('magnetiq') }),
    magnify: () => createMagnify({ ...credentials, ...at('magnify'), tokenUrl: `${server}/magnify/oauth2/token` }),
    mxAudience: () => createMxAudience({ ...credentials, ...at('mx-audience') }),
  };
}
