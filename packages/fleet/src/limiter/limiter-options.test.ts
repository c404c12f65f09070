import { PlumblineError } from '@plumbline/runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { createFleetLimiter } from './fleet-limiter.ts';

const valid = { redis: { evaluate: async () => 0 }, name: 'acme', limits: [{ requests: 1, seconds: 1 }], instances: 2 };
const create = (changes: object) => createFleetLimiter({ ...valid, ...changes } as never);

it.each<[object, string]>([
  [{ limits: [] }, '`limits` must be an array of limits'],
  [
    { limits: { free: [] } },
    '`limits` must be an array of limits. Where a vendor has plans, choose one: rateLimits.pro.',
  ],
  [{ limits: [{ requests: 0, seconds: 1 }] }, '`limits[0].requests` must be an integer from 1 to 10,000,000'],
  [{ limits: [{ requests: 1.5, seconds: 1 }] }, '`limits[0].requests` must be an integer from 1 to 10,000,000'],
  [{ limits: [...valid.limits, { requests: 1, seconds: 0 }] }, '`limits[1].seconds` must be a positive number'],
  [{ limits: [{ requests: 1, seconds: Infinity }] }, '`limits[0].seconds` must be a positive number'],
  [{ limits: [{ requests: 1e8, seconds: 1 }] }, '`limits[0].requests` must be an integer from 1 to 10,000,000'],
  [{ limits: [{ requests: 1, seconds: -1 }] }, '`limits[0].seconds` must be a positive number'],
  [{ limits: [{ requests: 1, seconds: Number.NaN }] }, '`limits[0].seconds` must be a positive number'],
  [{ limits: [{ requests: 1, seconds: '60' }] }, '`limits[0].seconds` must be a positive number'],
  [{ limits: [{ requests: 1, seconds: 1, methods: 'GET' }] }, '`limits[0].methods` must be an array of HTTP methods'],
  [{ limits: [{ requests: 1, seconds: 1, methods: ['get'] }] }, '`limits[0].methods` must be an array of HTTP methods'],
  [{ limits: [{ requests: 1, seconds: 1, methods: [] }] }, '`limits[0].methods` must be an array of HTTP methods'],
  [{ limits: [undefined] }, '`limits[0].requests` must be an integer from 1 to 10,000,000'],
  [{ whenDown: 'shared' }, '`whenDown` must be share, closed or open'],
  [{ instances: undefined }, '`instances` must be the number of processes that share the limits'],
  [{ instances: 0 }, '`instances` must be the number'],
  [{ instances: 1.5, whenDown: 'open' }, '`instances` must be the number'],
  [
    { instance: 4 },
    'unknown option `instance`. Did you mean `instances`? Options: redis, name, limits, whenDown, instances, timeout, observe, clock.',
  ],
])('createFleetLimiter refuses %j, and says what to do', (changes, message) => {
  expect(() => create(changes)).toThrow(PlumblineError);
  expect(() => create(changes)).toThrow(`createFleetLimiter: ${message}`);
});

it.each([
  { whenDown: 'open', instances: undefined },
  { whenDown: undefined, observe: undefined, clock: undefined },
  { limits: Object.freeze([Object.freeze({ requests: 1, seconds: 0.001, methods: Object.freeze(['GET']) })]) },
])('createFleetLimiter accepts %j', (changes) => {
  expect(() => create(changes)).not.toThrow();
});

describe('a polluted Object.prototype', () => {
  const prototype = Object.prototype as { methods?: unknown; whenDown?: unknown };
  afterEach(() => {
    delete prototype.methods;
    delete prototype.whenDown;
  });

  it('a fleet limiter reads nothing from a polluted Object.prototype', async () => {
    prototype.methods = ['PATCH'];
    prototype.whenDown = 'nothing';
    let evaluations = 0;
    const evaluate = async () => {
      evaluations++;
      return 0;
    };
    await create({ redis: { evaluate } }).acquire('GET');
    expect(evaluations).toBe(1);
  });
});
