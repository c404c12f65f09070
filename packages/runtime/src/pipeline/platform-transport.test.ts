import { expect, it } from 'vitest';
import { platformTransport } from './platform-transport.ts';

it('platformTransport on a platform other than Node is its fetch', () => {
  const fetch = async () => new Response();
  expect(platformTransport(fetch)).toBe(fetch);
});
