/**
 * Reads how long a server asks to wait, in milliseconds: `Retry-After-Ms`, else `Retry-After` as seconds or as a date (RFC 9110
 * §10.2.3). Undefined if it is absent or invalid.
 *
 * @param date Current time in milliseconds since 1970.
 */
export function parseRetryAfter(headers: Headers, date: number): number | undefined {
  const [milliseconds, seconds] = [headers.get('Retry-After-Ms') ?? '', headers.get('Retry-After') ?? ''];
  if (number.test(milliseconds)) return Math.min(longest, Number(milliseconds));
  if (number.test(seconds)) return Math.min(longest, Number(seconds) * 1000);
  // `Date.parse` accepts nearly any word with a number.
  const until = /\d(Z| GMT)$/.test(seconds) ? Date.parse(seconds) : NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - date);
}

const number = /^\d+(\.\d+)?$/;
/** Maximum in milliseconds, small enough to be added to a date. */
const longest = 1e15;
