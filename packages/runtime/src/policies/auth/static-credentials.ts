import type { Policy } from '../../pipeline/policy.ts';

/** Sends credentials as fixed headers. Operations that the spec declares without security go without. */
export function header(headers: Readonly<Record<string, string>>): Policy {
  const record = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (request, next) => {
    if (request.call.operation?.security?.length === 0) return next(request);
    return next(request.with({ headers: { ...request.headerRecord, ...record } }));
  };
}

/** Sends a token that does not change as `Authorization: Bearer` (RFC 6750 §2.1). */
export function bearer(token: string): Policy {
  return header({ Authorization: `Bearer ${token}` });
}
