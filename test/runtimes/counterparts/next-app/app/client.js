import { createMagicBell } from '@plumbline/magicbell';

export function createClient() {
  const baseUrl = `${process.env.ORIGIN}/magicbell`;
  return createMagicBell({ apiKey: 'the-key', apiSecret: 'the-secret', baseUrl });
}
