import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const seed = 20261122;
const now = Date.UTC(2026, 10, 22, 12);
const parse = (headers: Record<string, string>) => parseRetryAfter(new Headers(headers), now);
const after = (value: string) => parse({ 'Retry-After': value });

it.each([
  ['0', 0],
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
  ['Sun, 22 Nov 2026 12:00:00 GMT', 0],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
])('parseRetryAfter reads a date, and gives 0 for one that is past: %j', (value, milliseconds) => {
  expect(after(value)).toBe(milliseconds);
});

it('parseRetryAfter takes milliseconds before seconds', () => {
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
  // Date.parse would take it for a local time.
  ['Sun Nov 22 12:00:30 2026'],
  ['2026-11-22T12:00:30'],
])('parseRetryAfter gives undefined for what cannot be read: %j', (value) => {
  expect(after(value)).toBeUndefined();
});

it('parseRetryAfter gives undefined where the server does not say, and where milliseconds are a date', () => {
  expect(parse({})).toBeUndefined();
  expect(parse({ 'Retry-After-Ms': 'Sun, 22 Nov 2026 12:00:30 GMT' })).toBeUndefined();
});

describe('for any input', () => {
  const check = (property: fc.IPropertyWithHooks<[string]>) => fc.assert(property, { seed, numRuns: 2000 });
  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.stringMatching(/^[-+]?\d*[.,:]?\d* ?(GMT|Z|s|ms|,)?$/),
    fc.stringMatching(/^[A-Za-z]* ?\d+[A-Za-z]* (GMT|Z)?$/),
  );

  it('parseRetryAfter of any text gives undefined, or a time that can be added to a date', () => {
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

  it('parseRetryAfter of any number of digits gives a time that can be added to a date', () => {
    check(
      fc.property(fc.stringMatching(/^\d{1,400}$/), (value) => {
        expect(after(value)).toBe(Math.min(1e15, Number(value) * 1000));
      }),
    );
  });

  it('parseRetryAfter of any date gives the time until then, to the second, and never below 0', () => {
    const date = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    fc.assert(
      fc.property(date, date, (until, from) => {
        const whole = Math.floor(until.getTime() / 1000) * 1000;
        expect(parseRetryAfter(new Headers({ 'Retry-After': until.toUTCString() }), from.getTime())).toBe(
          Math.max(0, whole - from.getTime()),
        );
      }),
      { seed, numRuns: 2000 },
    );
  });
});
