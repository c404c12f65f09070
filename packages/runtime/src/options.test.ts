import { describe, expect, it } from 'vitest';
import type { CallOptions } from './call.ts';
import { systemClock } from './clock.ts';
import { type ClientOptions, checkCallOptions, checkCredential, checkOptions, checkTimes } from './options.ts';
import { PlumblineError } from './plumbline-error.ts';

const check = (options: unknown) => checkOptions('createAcme', options as object, ['apiKey']);

describe('options', () => {
  it('may be those of the vendor and those that every client has', () => {
    expect(() => check({ apiKey: 'k' })).not.toThrow();
    expect(() =>
      check({
        baseUrl: '',
        fetch,
        timeout: 1,
        deadline: 1,
        retry: {},
        headers: {},
        policies: [],
        observe: () => {},
        clock: systemClock,
        allowInsecureRequests: true,
      }),
    ).not.toThrow();
    expect(() => check({ baseUrl: undefined, timeout: undefined, retry: undefined, observe: undefined })).not.toThrow();
  });

  it('that nobody knows are refused by name, with the names that there are', () => {
    expect(() => check({ apikey: 's3cret' })).toThrow(
      'createAcme: there is no option `apikey`. There are: apiKey, baseUrl, timeout, deadline, retry, allowInsecureRequests, fetch, headers, policies, observe, clock.',
    );
  });

  it.each([['constructor'], ['toString'], ['hasOwnProperty'], ['__proto__'], ['retries'], ['rateLimit'], ['token']])(
    'named %s are refused',
    (name) => {
      expect(() => check(JSON.parse(`{"${name}": {"apiKey": "s3cret"}}`))).toThrow(`there is no option \`${name}\``);
    },
  );

  it.each([[undefined], [null], ['s3cret'], [5], [true], [() => 's3cret']])(
    'that are no object are refused, and not repeated: %s',
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

describe('a time', () => {
  const times = (value: unknown) => [
    ['timeout', { timeout: value }],
    ['deadline', { deadline: value }],
    ['attempts', { retry: { attempts: value } }],
    ['baseDelay', { retry: { baseDelay: value } }],
    ['maxDelay', { retry: { maxDelay: value } }],
    ['maxRetryAfter', { retry: { maxRetryAfter: value } }],
  ];
  const checkBoth = (options: unknown) => {
    check(options);
    checkTimes('createAcme', options as ClientOptions);
  };

  it.each([[1], [0.5], [30_000], [2 ** 31], [Number.MAX_VALUE], [Number.POSITIVE_INFINITY], [undefined]])(
    'may be %d',
    (value) => {
      for (const [, options] of times(value)) expect(() => checkBoth(options)).not.toThrow();
    },
  );

  it('of a wait may be 0, and no other', () => {
    const refused = times(0).filter(([, options]) => {
      try {
        checkBoth(options);
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
        const message = `createAcme: \`${name}\` must be a number above 0.`;
        expect(() => check(options)).toThrow(message);
        expect(() => checkTimes('createAcme', options as ClientOptions)).toThrow(message);
      }
    },
  );

  it('is not asked of `retry: false`', () => {
    expect(() => checkBoth({ retry: false })).not.toThrow();
  });
});

describe('options of a call', () => {
  it('may be those that there are', () => {
    const options = {
      signal: new AbortController().signal,
      timeout: 1,
      deadline: 1,
      retry: { attempts: 2 },
      headers: {},
    };
    expect(() => checkCallOptions('/things', options)).not.toThrow();
    expect(() => checkCallOptions('/things', { accept: 'text/csv', idempotencyKey: 'k' } as CallOptions)).not.toThrow();
  });

  it.each([
    [{ timout: 5 }, '/things: there is no option `timout`. There are: signal, timeout,'],
    [{ retry: { atempts: 5 } }, '/things: `retry`: there is no option `atempts`. There are: attempts, baseDelay,'],
    [{ timeout: 0 }, '/things: `timeout` must be a number above 0.'],
  ])('with a typo are refused by name: %j', (options, message) => {
    expect(() => checkCallOptions('/things', options as CallOptions)).toThrow(message);
  });

  it('of `retry` are checked for a client as well', () => {
    expect(() => check({ retry: { atempts: 5 } })).toThrow('createAcme: `retry`: there is no option `atempts`.');
  });
});

describe('a credential', () => {
  const credential = (value: unknown) => checkCredential('createAcme', 'apiKey', value as string);

  it.each([['k'], ['sk_live_123'], ['a b'], ['a  b'], ['!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~']])(
    'is given back as it is: %j',
    (value) => {
      expect(credential(value)).toBe(value);
    },
  );

  it.each([
    [undefined, 'is missing.'],
    [null, 'must be a string.'],
    [5, 'must be a string.'],
    [['s3cret'], 'must be a string.'],
    [{ toString: () => 's3cret' }, 'must be a string.'],
    [new String('s3cret'), 'must be a string.'],
    [Symbol('s3cret'), 'must be a string.'],
    ['', 'is empty. Is the environment variable set?'],
    [' \n', 'is empty. Is the environment variable set?'],
  ])('%s is refused: %s', (value, why) => {
    expect(() => credential(value)).toThrow(`createAcme: \`apiKey\` ${why}`);
  });

  it.each([
    ['s3cret\n'],
    [' s3cret'],
    ['s3cret '],
    ['s3\r\ncret: X'],
    ['s3cret\u0000'],
    ['s3cret\t'],
    ['s3cret\u2028'],
    ['s3crét'],
    ['\uFEFFs3cret'],
    ['s3cret\uD800'],
  ])('%j is refused, and not repeated', (value) => {
    expect(() => credential(value)).toThrow(PlumblineError);
    expect(() => credential(value)).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/s3|cret/) }));
  });

  it('that is long and wrong at its end is refused at once', () => {
    expect(() => credential(`${'a b'.repeat(200_000)}\n`)).toThrow(PlumblineError);
  });
});

it.each([
  ['fetch', 'global', 'function'],
  ['headers', 'X-Tenant: 1', 'object'],
  ['policies', 5, 'array'],
  ['policies', {}, 'array'],
  ['headers', new Headers(), 'object'],
  ['headers', [], 'object'],
  ['observe', 's3cret', 'function'],
  ['clock', 5, 'object'],
])('refuses an option of another kind: %s', (name, value, kind) => {
  expect(() => checkOptions('createAcme', { [name]: value }, [])).toThrow(`createAcme: \`${name}\` is no ${kind}.`);
});
