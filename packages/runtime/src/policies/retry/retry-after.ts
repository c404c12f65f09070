/**
 * Reads how long a server asks to wait, in milliseconds: `Retry-After-Ms`, else `Retry-After` as seconds or as a date (RFC 9110
 * §10.2.3). A date is measured by the `Date` of the same response, because the clocks of servers and clients differ.
 *
 * Undefined if it is absent or invalid, and if it is zero or in the past: a server that says nothing useful must not be hammered.
 *
 * @param date Current time in milliseconds since 1970, if the response has no `Date`.
 */
export function parseRetryAfter(headers: Headers, date: number): number | undefined {
  const read = (name: string) => headers.get(name) ?? '';
  const after = read('Retry-After');
  const delay =
    readNumber(read('Retry-After-Ms')) ||
    readNumber(after) * 1000 ||
    parseHttpDate(after, date) - (parseHttpDate(read('Date'), date) || date);
  // The maximum is small enough to be added to a date.
  return delay > 0 ? Math.min(1e15, delay) : undefined;
}

function readNumber(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
}

/**
 * Parses a date as milliseconds since 1970; NaN if it is none. Of the three forms of RFC 9110 §5.6.7, platforms parse only the
 * first alike. Dates of ISO 8601 in UTC are accepted too.
 */
function parseHttpDate(text: string, now: number): number {
  // The third form has no time zone: it is UTC.
  const date = text.replace(/^(\w{3}) (\w{3}) ([ \d]\d) ([\d:]{8}) (\d{4})$/, '$1, $3 $2 $5 $4 GMT');
  const [, day, century, rest] = /^\w+, ([ \d]\d[ -]\w{3}[ -])(\d\d)?(\d\d [\d:]{8} GMT)$/.exec(date) ?? [];
  // `Date.parse` accepts nearly any word with a number.
  if (!day) return /\dZ$/.test(text) ? Date.parse(text) : NaN;
  const parse = (hundreds: string) => Date.parse(day.replace(/-/g, ' ') + hundreds + rest);
  // Without a century, more than 50 years in the future means the past.
  const time = parse(century ?? '20');
  return !century && time - now > 50 * 365.25 * 86_400_000 ? parse('19') : time;
}
