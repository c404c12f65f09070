/** `#transport` on platforms other than Node: the platform's `fetch`. */
import type { Next } from './policy.ts';

export function platformTransport(fetch: Next): Next {
  return fetch;
}
