import { describe, expect, it } from 'vitest';
import { systemClock } from '../time/clock.ts';
import { checkCallOptions, checkClientOptions } from './options.ts';

const check = (options: unknown) => checkClientOptions('createAcme', options as object, ['apiKey']);

describe('the options of a client', () => {
  it('are those of the vendor and those of every client', () => {
    expect(() => check({ apiKey: 'k' })).not.toThrow();
    expect(() =>
      check({
        baseUrl: '',
        fetch,
        timeout: 1,
        deadline: 1,
        retry: {},
        headers: {},
        policies: { call: [], attempt: [] },
        transport: 'fetch',
        observe: () => {},
        clock: systemClock,
        allowInsecureRequests: true,
      }),
    ).not.toThrow();
  });

  it('may each be undefined', () => {
    const names = 'apiKey baseUrl fetch transport timeout deadline retry observe clock headers policies'.split(' ');
    for (const name of [...names, 'allowInsecureRequests'])
      expect(() => check({ [name]: undefined }), name).not.toThrow();
    expect(() => check({ policies: { call: undefined, attempt: undefined } })).not.toThrow();
    expect(() => check({ retry: { attempts: undefined } })).not.toThrow();
  });

  it('that are unknown are refused by name, with the names of all options', () => {
    expect(() => check({ apikey: 's3cret' })).toThrow(
      'createAcme: there is no option `apikey`. There are: apiKey, baseUrl, timeout, deadline, retry, headers, allowInsecureRequests, transport, fetch, policies, observe, clock.',
    );
  });

  it.each([['constructor'], ['toString'], ['hasOwnProperty'], ['__proto__'], ['retries'], ['rateLimit'], ['token']])(
    'named %s are refused',
    (name) => {
      expect(() => check(JSON.parse(`{"${name}": {"apiKey": "s3cret"}}`))).toThrow(`there is no option \`${name}\``);
    },
  );

  it.each([[undefined], [null], ['s3cret'], [5], [true], [() => 's3cret']])(
    'that are not an object are refused, and not repeated: %s',
    (options) => {
      expect(() => check(options)).toThrow(/^createAcme: pass an object of options\.$/);
    },
  );

  it('in an array are refused, and not repeated', () => {
    expect(() => check(['s3cret'])).toThrow('there is no option `0`');
    expect(() => check(['s3cret'])).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
    );
  });
});

describe('a number of milliseconds or attempts', () => {
  const times = (value: unknown) => [
    ['timeout', { timeout: value }],
    ['deadline', { deadline: value }],
    ['attempts', { retry: { attempts: value } }],
    ['baseDelay', { retry: { baseDelay: value } }],
    ['maxDelay', { retry: { maxDelay: value } }],
    ['maxRetryAfter', { retry: { maxRetryAfter: value } }],
  ];

  it.each([[1], [0.5], [30_000], [2 ** 31], [Number.MAX_VALUE], [Number.POSITIVE_INFINITY], [undefined]])(
    'may be %d',
    (value) => {
      for (const [, options] of times(value)) expect(() => check(options)).not.toThrow();
    },
  );

  it('may be 0 where it is the length of a delay, and not elsewhere', () => {
    const refused = times(0).filter(([, options]) => {
      try {
        check(options);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused.map(([name]) => name)).toEqual(['timeout', 'deadline', 'attempts']);
  });

  it.each([[-1], [Number.NaN], [Number.NEGATIVE_INFINITY], ['5'], ['s3cret'], [null], [true], [[5]], [{}]])(
    'may not be %j',
    (value) => {
      for (const [name, options] of times(value)) {
        const isOwn = name === 'timeout' || name === 'deadline';
        const message = `createAcme: ${isOwn ? '' : '`retry`: '}\`${name}\` must be a number above 0.`;
        expect(() => check(options)).toThrow(message);
      }
    },
  );

  it('is not needed in `retry: false`', () => {
    expect(() => check({ retry: false })).not.toThrow();
  });
});

describe('the options of a call', () => {
  it('are these', () => {
    const options = {
      signal: new AbortController().signal,
      timeout: 1,
      deadline: 1,
      retry: { attempts: 2 },
      headers: {},
    };
    expect(() => checkCallOptions('/things', options)).not.toThrow();
    const others = { accept: 'text/csv', idempotencyKey: 'k', timeout: undefined, retry: undefined };
    expect(() => checkCallOptions('/things', others)).not.toThrow();
  });

  it.each([
    [{ timout: 5 }, '/things: there is no option `timout`. There are: signal, timeout,'],
    [{ retry: { atempts: 5 } }, '/things: `retry`: there is no option `atempts`. There are: attempts, baseDelay,'],
    [{ timeout: 0 }, '/things: `timeout` must be a number above 0.'],
  ])('with a typo are refused by name: %j', (options, message) => {
    expect(() => checkCallOptions('/things', options as object)).toThrow(message);
  });

  it('`retry` are checked for a client too', () => {
    expect(() => check({ retry: { atempts: 5 } })).toThrow('createAcme: `retry`: there is no option `atempts`.');
  });
});

it.each([
  ['fetch', 'global', 'function'],
  ['headers', 'X-Tenant: 1', 'object'],
  ['policies', 5, 'object'],
  ['policies', [], 'object'],
  ['policies', null, 'object'],
  ['headers', new Headers(), 'object'],
  ['headers', [], 'object'],
  ['observe', 's3cret', 'function'],
  ['clock', 5, 'object'],
])('checkClientOptions refuses an option of another type: %s %j', (name, value, kind) => {
  expect(() => check({ [name]: value })).toThrow(`createAcme: \`${name}\` is no ${kind}.`);
});

it.each([
  [{ call: 5 }, '`call` is no array.'],
  [{ attempt: {} }, '`attempt` is no array.'],
  [{ attempts: [] }, 'there is no option `attempts`. There are: call, attempt.'],
])('checkClientOptions refuses what is wrong in `policies`: %j', (policies, problem) => {
  expect(() => check({ policies })).toThrow(`createAcme: \`policies\`: ${problem}`);
});
