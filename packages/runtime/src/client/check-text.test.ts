import { describe, expect, it } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import { checkCredential, checkUrl } from './check-text.ts';

const check = (value: unknown, insecure?: unknown) =>
  checkUrl('createAcme', 'baseUrl', value as string, insecure as boolean | undefined);

it.each([
  ['https://api.example.com', 'https://api.example.com'],
  ['https://api.example.com/', 'https://api.example.com'],
  ['https://api.example.com/v1///', 'https://api.example.com/v1'],
  ['HTTPS://API.Example.com:443/v1', 'https://api.example.com/v1'],
  ['https://api.example.com:8443/v1', 'https://api.example.com:8443/v1'],
  ['https://api.example.com/v1/../v2', 'https://api.example.com/v2'],
  [' \thttps://api.example.com/v1\n', 'https://api.example.com/v1'],
  ['https://api.example.com/v1?', 'https://api.example.com/v1'],
  ['https://api.example.com/v1#', 'https://api.example.com/v1'],
  ['https://api.example.com/v1?#', 'https://api.example.com/v1'],
  ['https://api.example.com/{id}', 'https://api.example.com/%7Bid%7D'],
])('checkUrl normalizes %j to %j', (value, address) => {
  expect(check(value)).toBe(address);
});

it.each([
  ['http://localhost:4010'],
  ['http://LOCALHOST'],
  ['http://acme.localhost'],
  ['http://127.0.0.1:80'],
  ['http://127.8.9.10'],
  ['http://127.1'],
  ['http://0x7f000001'],
  ['http://[::1]:4010'],
  ['http://[0:0:0:0:0:0:0:1]'],
])('checkUrl permits plain HTTP on loopback: %s', (value) => {
  expect(check(value)).toMatch(/^http:/);
});

describe('checkUrl', () => {
  it.each([
    ['http://api.example.com'],
    ['http://127.0.0.1.example.com'],
    ['http://localhost.example.com'],
    ['http://notlocalhost'],
    ['http://0.0.0.0'],
    ['http://[::2]'],
    ['http://128.0.0.1'],
    ['ftp://localhost'],
    ['ws://localhost'],
    ['file:///etc/passwd'],
    ['data:text/plain,x'],
    ['javascript:alert(1)'],
    ['mailto:a@example.com'],
  ])('checkUrl refuses a URL that is not HTTPS: %s', (value) => {
    expect(() => check(value)).toThrow(/^createAcme: `baseUrl` must begin with https:\/\//);
  });

  it.each([
    [''],
    [' '],
    ['/v1'],
    ['api.example.com'],
    ['//api.example.com'],
    ['https://'],
    ['https://a b'],
    ['http://'],
  ])('checkUrl refuses text that is not an absolute URL: %j', (value) => {
    expect(() => check(value)).toThrow(/^createAcme: `baseUrl` must be an absolute URL/);
  });

  it.each([[undefined], [null], [5], [true], [{}], [[]], [Number.NaN]])(
    'checkUrl refuses a value that is not a string: %j',
    (value) => {
      expect(() => check(value)).toThrow(PlumblineError);
    },
  );

  it.each([
    ['https://mary:s3cret@api.example.com', 'user name or password'],
    ['https://s3cret@api.example.com', 'user name or password'],
    ['https://:s3cret@api.example.com', 'user name or password'],
    ['http://localhost@s3cret.example.com', 'user name or password'],
    ['https://api.example.com?key=s3cret', 'query or a fragment'],
    ['https://api.example.com#s3cret', 'query or a fragment'],
    ['s3cret', 'absolute URL'],
    ['http://s3cret.example.com', 'https://'],
  ])('checkUrl refuses %s without the URL in its message', (value, why) => {
    expect(() => check(value)).toThrow(why);
    expect(() => check(value)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('s3cret') }));
  });
});

it('checkUrl permits plain HTTP to other hosts only with `true`', () => {
  expect(check('http://api.example.com', true)).toBe('http://api.example.com');
  expect(() => check('http://api.example.com', false)).toThrow(PlumblineError);
  expect(() => check('http://api.example.com', 'false')).toThrow(PlumblineError);
  expect(() => check('ftp://api.example.com', true)).toThrow(PlumblineError);
});

describe('checkCredential', () => {
  const credential = (value: unknown) => checkCredential('createAcme', 'apiKey', value as string);

  it.each([['k'], ['sk_live_123'], ['a b'], ['a  b'], ['!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~']])(
    'checkCredential returns a credential unchanged: %j',
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
  ])('checkCredential refuses %s: %s', (value, why) => {
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
  ])('checkCredential refuses %j without the value in its message', (value) => {
    expect(() => credential(value)).toThrow(PlumblineError);
    expect(() => credential(value)).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/s3|cret/) }));
  });

  it('checkCredential refuses a long credential that is invalid at its end without backtracking', () => {
    expect(() => credential(`${'a b'.repeat(200_000)}\n`)).toThrow(PlumblineError);
  });
});
