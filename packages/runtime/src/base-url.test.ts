import { describe, expect, it } from 'vitest';
import { checkUrl } from './base-url.ts';
import { PlumblineError } from './plumbline-error.ts';

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
])('gives %j as %j', (value, address) => {
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
])('permits plain HTTP on loopback: %s', (value) => {
  expect(check(value)).toMatch(/^http:/);
});

describe('refuses', () => {
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
  ])('what is not HTTPS: %s', (value) => {
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
  ])('what is no absolute URL: %j', (value) => {
    expect(() => check(value)).toThrow(/^createAcme: `baseUrl` must be an absolute URL/);
  });

  it.each([[undefined], [null], [5], [true], [{}], [[]], [Number.NaN]])('what is no string: %j', (value) => {
    expect(() => check(value)).toThrow(PlumblineError);
  });

  it.each([
    ['https://mary:s3cret@api.example.com', 'user name or password'],
    ['https://s3cret@api.example.com', 'user name or password'],
    ['https://:s3cret@api.example.com', 'user name or password'],
    ['http://localhost@s3cret.example.com', 'user name or password'],
    ['https://api.example.com?key=s3cret', 'query or a fragment'],
    ['https://api.example.com#s3cret', 'query or a fragment'],
    ['s3cret', 'absolute URL'],
    ['http://s3cret.example.com', 'https://'],
  ])('%s, and does not repeat it', (value, why) => {
    expect(() => check(value)).toThrow(why);
    expect(() => check(value)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('s3cret') }));
  });
});

it('permits plain HTTP elsewhere when told so, and by `true` alone', () => {
  expect(check('http://api.example.com', true)).toBe('http://api.example.com');
  expect(() => check('http://api.example.com', false)).toThrow(PlumblineError);
  expect(() => check('http://api.example.com', 'false')).toThrow(PlumblineError);
  expect(() => check('ftp://api.example.com', true)).toThrow(PlumblineError);
});
