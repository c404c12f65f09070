import { describe, expect, it } from 'vitest';
import { systemClock } from '../time/clock.ts';
import { checkCallOptions, checkClientOptions } from './options.ts';

const check = (options: unknown) => checkClientOptions('createAcme', options as object, ['apiKey']);

describe('checkClientOptions', () => {
  it('checkClientOptions accepts the options of the vendor and those of every client', () => {
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

  it('checkClientOptions accepts undefined for each option', () => {
    const names = 'apiKey baseUrl fetch transport timeout deadline retry observe clock headers policies'.split(' ');
    for (const name of [...names, 'allowInsecureRequests'])
      expect(() => check({ [name]: undefined }), name).not.toThrow();
    expect(() => check({ policies: { call: undefined, attempt: undefined } })).not.toThrow();
    expect(() => check({ retry: { attempts: undefined } })).not.toThrow();
  });

  it('checkClientOptions refuses an unknown option by name, with the names of all options', () => {
    expect(() => check({ apikey: 's3cret' })).toThrow(
      'createAcme: unknown option `apikey`. Options: apiKey, baseUrl, timeout, deadline, maxResponseBytes, retry, headers, allowInsecureRequests, transport, fetch, policies, observe, clock.',
    );
  });

  it.each([['constructor'], ['toString'], ['hasOwnProperty'], ['__proto__'], ['retries'], ['rateLimit'], ['token']])(
    'checkClientOptions refuses an option named %s',
    (name) => {
      expect(() => check(JSON.parse(`{"${name}": {"apiKey": "s3cret"}}`))).toThrow(`unknown option \`${name}\``);
    },
  );

  it.each([[undefined], [null], ['s3cret'], [5], [true], [() => 's3cret']])(
    'checkClientOptions refuses options that are not an object, without their value in the message: %s',
    (options) => {
      expect(() => check(options)).toThrow(/^createAcme: pass an object of options\.$/);
    },
  );

  it('checkClientOptions refuses an array, without its values in the message', () => {
    expect(() => check(['s3cret'])).toThrow(/^createAcme: pass an object of options\.$/);
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
    'a number of milliseconds or attempts may be %d',
    (value) => {
      for (const [, options] of times(value)) expect(() => check(options)).not.toThrow();
    },
  );

  it('a number of milliseconds or attempts may be 0 only if it is a delay', () => {
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
    'a number of milliseconds or attempts may not be %j',
    (value) => {
      for (const [name, options] of times(value)) {
        const isOwn = name === 'timeout' || name === 'deadline';
        const kind = /delay|after/i.test(String(name)) ? 'non-negative' : 'positive';
        const message = `createAcme: ${isOwn ? '' : '`retry`: '}\`${name}\` must be a ${kind} number.`;
        expect(() => check(options)).toThrow(message);
      }
    },
  );

  it('a number of attempts is not required in `retry: false`', () => {
    expect(() => check({ retry: false })).not.toThrow();
  });
});

describe('checkCallOptions', () => {
  it('checkCallOptions accepts the options of every call', () => {
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
    [{ timout: 5 }, '/things: unknown option `timout`. Options: signal, timeout,'],
    [{ retry: { atempts: 5 } }, '/things: `retry`: unknown option `atempts`. Options: attempts, baseDelay,'],
    [{ timeout: 0 }, '/things: `timeout` must be a positive number.'],
  ])('checkCallOptions refuses an option with a typo by name: %j', (options, message) => {
    expect(() => checkCallOptions('/things', options as object)).toThrow(message);
  });

  it('checkClientOptions validates the options in `retry`', () => {
    expect(() => check({ retry: { atempts: 5 } })).toThrow('createAcme: `retry`: unknown option `atempts`.');
  });
});

it.each([
  ['fetch', 'global', 'of type function'],
  ['headers', 'X-Tenant: 1', 'a plain object'],
  ['policies', 5, 'a plain object'],
  ['policies', [], 'a plain object'],
  ['policies', null, 'a plain object'],
  ['headers', new Headers(), 'a plain object'],
  ['headers', [], 'a plain object'],
  ['retry', true, 'false or an object'],
  ['observe', 's3cret', 'of type function'],
  ['clock', 5, 'a plain object'],
])('checkClientOptions refuses an option of another type: %s %j', (name, value, type) => {
  expect(() => check({ [name]: value })).toThrow(`createAcme: \`${name}\` must be ${type}.`);
});

it.each([
  [{ call: 5 }, '`call` must be of type array.'],
  [{ attempt: {} }, '`attempt` must be of type array.'],
  [{ attempts: [] }, 'unknown option `attempts`. Options: call, attempt.'],
])('checkClientOptions refuses invalid options in `policies`: %j', (policies, problem) => {
  expect(() => check({ policies })).toThrow(`createAcme: \`policies\`: ${problem}`);
});

it.each([['typo'], ['undici'], [null], [true]])(
  'checkClientOptions refuses %j as the option `transport`',
  (transport) => {
    expect(() => check({ transport })).toThrow(/^createAcme: `transport` must be "fetch"\.$/);
  },
);
