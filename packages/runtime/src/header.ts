import type { Policy } from './policy.ts';

/** Sends credentials as fixed headers. Operations that the spec declares without security go without. */
export function header(headers: Readonly<Record<string, string>>): Policy {
  return (request, next) => next(request.operation?.security === 'none' ? request : request.withHeaders(headers));
}
