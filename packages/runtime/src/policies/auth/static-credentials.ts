import type { Policy } from '../../pipeline/policy.ts';

/** Makes the policy that sends credentials as fixed headers. Operations without security in the spec get none. */
export function header(headers: Readonly<Record<string, string>>): Policy {
  return (request, next) =>
    next(request.call.operation?.security?.length === 0 ? request : request.withHeaders(headers));
}

/** Makes the policy that sends a fixed token as `Authorization: Bearer` (RFC 6750 §2.1). */
export function bearer(token: string): Policy {
  return header({ Authorization: `Bearer ${token}` });
}
