import { describe, expect, it } from 'vitest';
import { checkCredential, checkOptions, checkTimeout } from './options.ts';
import { PlumblineError } from './plumbline-error.ts';

const check = (options: unknown) => checkOptions('createAcme', options as object, ['apiKey']);

describe('options', () => {
  it('may be those of the vendor and those that every client has', () => {
    expect(() => check({ apiKey: 'k' })).not.toThrow();
    expect(() =>
      check({ baseUrl: '', fetch, timeout: 1, headers: {}, policies: [], allowInsecureRequests: true }),
    ).not.toThrow();
    expect(() => check({ baseUrl: undefined, timeout: undefined })).not.toThrow();
  });

  it('that nobody knows are refused by name, with the names that there are', () => {
    expect(() => check({ apikey: 's3cret' })).toThrow(
      'createAcme: there is no option `apikey`. There are: apiKey, baseUrl, timeout, allowInsecureRequests, fetch, headers, policies.',
    );
  });

  it.each([['constructor'], ['toString'], ['hasOwnProperty'], ['__proto__'], ['retry'], ['token']])(
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

describe('a timeout', () => {
  it.each([[1], [0.5], [30_000], [2 ** 31], [Number.MAX_VALUE], [Number.POSITIVE_INFINITY]])('may be %d', (timeout) => {
    expect(() => checkTimeout('createAcme', timeout)).not.toThrow();
    expect(() => check({ timeout })).not.toThrow();
  });

  it.each([[0], [-0], [-1], [Number.NaN], [Number.NEGATIVE_INFINITY], ['5'], ['s3cret'], [null], [true], [[5]], [{}]])(
    'may not be %j',
    (timeout) => {
      const message = 'createAcme: `timeout` must be a number of milliseconds above 0.';
      expect(() => checkTimeout('createAcme', timeout as number)).toThrow(message);
      expect(() => check({ timeout })).toThrow(message);
    },
  );
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
  ['policies', 5, 'object'],
])('refuses an option of another kind: %s', (name, value, kind) => {
  expect(() => checkOptions('createAcme', { [name]: value }, [])).toThrow(`createAcme: \`${name}\` is no ${kind}.`);
});
