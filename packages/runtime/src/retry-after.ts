/**
 * How long a server asks to wait, in milliseconds: `Retry-After-Ms`, else `Retry-After` as seconds or as a date (RFC 9110
 * §10.2.3). Undefined when it does not say, or not in a way that can be read.
 *
 * @param date Milliseconds since 1970.
 */
export function parseRetryAfter(headers: Headers, date: number): number | undefined {
  const milliseconds = headers.get('Retry-After-Ms');
  const value = milliseconds ?? headers.get('Retry-After');
  if (value === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(longest, Number(value) * (milliseconds === null ? 1000 : 1));
  // `Date.parse` makes a date of nearly any word with a number.
  const until = milliseconds === null && /\d(Z| GMT)$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - date);
}

/** Longer than anybody waits, and short enough to be added to a date. */
const longest = 1e15;
