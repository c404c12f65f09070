import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const seed = 20261122;
const now = Date.UTC(2026, 10, 22, 12);
const parse = (headers: Record<string, string>) => parseRetryAfter(new Headers(headers), now);
const after = (value: string) => parse({ 'Retry-After': value });

it.each([
  ['3', 3000],
  ['0.5', 500],
  [' 3 ', 3000],
  ['007', 7000],
  ['277403', 277_403_000],
])('parseRetryAfter reads seconds: %j', (value, milliseconds) => {
  expect(after(value)).toBe(milliseconds);
});

it.each([
  ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
  ['Sunday, 22-Nov-26 12:00:30 GMT', 30_000],
  ['2026-11-22T12:00:30Z', 30_000],
  ['2026-11-22T12:00:30.5Z', 30_500],
  // The three forms of RFC 9110 §5.6.7.
  ['Sun Nov 22 12:00:30 2026', 30_000],
  ['Tue Dec  1 00:00:00 2026', 734_400_000],
  ['Tuesday, 01-Dec-26 00:00:00 GMT', 734_400_000],
  ['Tue, 01 Dec 2026 00:00:00 GMT', 734_400_000],
])('parseRetryAfter reads a date: %j', (value, milliseconds) => {
  expect(after(value)).toBe(milliseconds);
});

it.each([
  ['0'],
  ['0.0'],
  ['Sun, 22 Nov 2026 12:00:00 GMT'],
  ['Sun, 22 Nov 2026 11:00:00 GMT'],
  ['Thu, 01 Jan 1970 00:00:00 GMT'],
  ['Sunday, 06-Nov-94 08:49:37 GMT'],
  ['Sun Nov  6 08:49:37 1994'],
  // 1977 and not 2077, which is more than 50 years in the future.
  ['Sunday, 22-Nov-77 12:00:30 GMT'],
])('parseRetryAfter returns undefined for a time that is over: %j', (value) => {
  expect(after(value)).toBeUndefined();
});

it.each([
  ['Sun, 22 Nov 2026 11:00:00 GMT', 'a clock that is an hour ahead', 30_000],
  ['Sun, 22 Nov 2026 11:59:00 GMT', 'a time that is over', 0],
  ['Sunday, 22-Nov-26 11:00:00 GMT', 'the second form', 30_000],
  ['Sun Nov 22 11:00:00 2026', 'the third form', 30_000],
  ['no date', 'the local clock', 0],
])('parseRetryAfter measures a date by the Date of the same response: %j, %s', (date, _, expected) => {
  const delay = parse({ Date: date, 'Retry-After': 'Sun, 22 Nov 2026 11:00:30 GMT' });
  expect(delay).toBe(expected || undefined);
});

it('parseRetryAfter reads milliseconds before seconds', () => {
  expect(parse({ 'Retry-After-Ms': '250', 'Retry-After': '3' })).toBe(250);
  expect(parse({ 'Retry-After-Ms': '12.5' })).toBe(12.5);
  expect(parse({ 'Retry-After-Ms': 'soon', 'Retry-After': '3' })).toBe(3000);
});

it.each([
  [''],
  ['-1'],
  ['+5'],
  ['1e3'],
  ['0x10'],
  ['1,5'],
  ['30, 60'],
  ['.5'],
  ['5.'],
  ['NaN'],
  ['Infinity'],
  ['soon'],
  ['soon 2'],
  ['in 30 seconds'],
  ['30s'],
  ['tomorrow at 12'],
  ['12 GMT x'],
  ['Sun, 99 Nov 2026 12:00:30 GMT'],
  // Date.parse would read these as a local time.
  ['Sun Nov 22 12:00:30 2026 x'],
  ['Nov 22 12:00:30 2026'],
  ['2026-11-22T12:00:30'],
])('parseRetryAfter returns undefined for an invalid value: %j', (value) => {
  expect(after(value)).toBeUndefined();
});

it('parseRetryAfter returns undefined without the headers, and for a date in milliseconds', () => {
  expect(parse({})).toBeUndefined();
  expect(parse({ 'Retry-After-Ms': 'Sun, 22 Nov 2026 12:00:30 GMT' })).toBeUndefined();
});

describe('parseRetryAfter for any input', () => {
  const check = (property: fc.IPropertyWithHooks<[string]>) => fc.assert(property, { seed, numRuns: 2000 });
  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.stringMatching(/^[-+]?\d*[.,:]?\d* ?(GMT|Z|s|ms|,)?$/),
    fc.stringMatching(/^[A-Za-z]* ?\d+[A-Za-z]* (GMT|Z)?$/),
  );

  it('parseRetryAfter returns undefined for any text, or a time that can be added to a date', () => {
    check(
      fc.property(text, (value) => {
        for (const name of ['Retry-After', 'Retry-After-Ms']) {
          let headers: Headers;
          try {
            headers = new Headers([[name, value]]);
          } catch {
            return;
          }
          const milliseconds = parseRetryAfter(headers, now);
          if (milliseconds === undefined) continue;
          expect(milliseconds).toBeGreaterThanOrEqual(0);
          expect(new Date(now + milliseconds).getTime()).not.toBeNaN();
        }
      }),
    );
  });

  it('parseRetryAfter returns a time that can be added to a date for any number of digits', () => {
    check(
      fc.property(fc.stringMatching(/^\d{1,400}$/), (value) => {
        expect(after(value)).toBe(Math.min(1e15, Number(value) * 1000) || undefined);
      }),
    );
  });

  it('parseRetryAfter returns the time until any date to the second, and undefined for a past one', () => {
    const date = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    fc.assert(
      fc.property(date, date, (until, from) => {
        const whole = Math.floor(until.getTime() / 1000) * 1000;
        expect(parseRetryAfter(new Headers({ 'Retry-After': until.toUTCString() }), from.getTime())).toBe(
          whole > from.getTime() ? whole - from.getTime() : undefined,
        );
      }),
      { seed, numRuns: 2000 },
    );
  });
});
