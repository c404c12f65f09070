import { createMagicBell, type MagicBell, type MagicBellOptions } from '@plumbline/magicbell';
import { createMagnetiq, type Magnetiq } from '@plumbline/magnetiq';
import { createMagnify, type Magnify } from '@plumbline/magnify';
import { createMxAudience, type MxAudience } from '@plumbline/mx-audience';

const credentials = { clientId: 'the-client', clientSecret: 'the-secret' };

export function magicbellAt(server: string, options: Partial<MagicBellOptions> = {}): MagicBell {
  return createMagicBell({ apiKey: 'the-key', apiSecret: 'the-secret', baseUrl: `${server}/magicbell`, ...options });
}

export function magnetiqAt(server: string): Magnetiq {
  return createMagnetiq({ ...credentials, baseUrl: `${server}/magnetiq` });
}

export function magnifyAt(server: string): Magnify {
  const baseUrl = `${server}/magnify`;
  return createMagnify({ ...credentials, baseUrl, tokenUrl: `${baseUrl}/oauth2/token` });
}

export function mxAudienceAt(server: string): MxAudience {
  return createMxAudience({ ...credentials, baseUrl: `${server}/mx-audience` });
}
