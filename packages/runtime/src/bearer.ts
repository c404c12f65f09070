import { header } from './header.ts';
import type { Policy } from './policy.ts';

/** Sends a token that does not change as `Authorization: Bearer` (RFC 6750 §2.1). */
export function bearer(token: string): Policy {
  return header({ Authorization: `Bearer ${token}` });
}
