import { expect, it } from 'vitest';
import { documentOf } from '../document/small-document.ts';
import { generateRateLimits } from './operations.ts';

const generate = (...limits: object[]) => generateRateLimits(documentOf({}, { 'x-rate-limits': limits }));

it('generateRateLimits returns nothing if the vendor documents no limit', () => {
  expect(generate()).toBeUndefined();
  expect(generateRateLimits(documentOf({}))).toBeUndefined();
});

it('generateRateLimits writes a list if there are no plans, with only the fields of a rate limiter', () => {
  expect(generate({ methods: ['GET'], requests: 100, seconds: 60, 'x-evidence': {} })).toBe(
    '/** The documented rate limits, for `createFleetLimiter` of `@plumbline/fleet` and `createLimiter` of `@plumbline/runtime`. */\n' +
      'export const rateLimits: readonly RateLimit[] = [\n  {\n    requests: 100,\n    seconds: 60,\n    methods: ["GET"]\n  }\n];',
  );
});

it('generateRateLimits writes a list for each plan', () => {
  const code = generate(
    { plan: 'free', requests: 20, seconds: 60 },
    { plan: 'pro plus', requests: 200, seconds: 60 },
    { plan: 'free', requests: 100, seconds: 3600 },
  );
  const [type, value = ''] = code?.split(/ = (?=\{)/) ?? [];
  expect(type).toMatch(/^\/\*\* The documented rate limits of each plan, for .* \*\/\n/);
  expect(type?.split('\n')[1]).toBe(
    'export const rateLimits: Readonly<Record<"free" | "pro plus", readonly RateLimit[]>>',
  );
  expect(JSON.parse(value.replace(/(\w+):/g, '"$1":').replace(';', ''))).toEqual({
    free: [
      { requests: 20, seconds: 60 },
      { requests: 100, seconds: 3600 },
    ],
    'pro plus': [{ requests: 200, seconds: 60 }],
  });
});
