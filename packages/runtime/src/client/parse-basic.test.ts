import { expect, it } from 'vitest';
import { parseBasic } from './parse-basic.ts';

const utf8 = (text: string) => Buffer.from(text).toString('base64');
const parse = (value: unknown) => parseBasic('createAcme', 'basic', value);

it.each<[string, unknown, string]>([
  ['text', 'mary:s3cret', 'mary:s3cret'],
  ['text whose password has a colon', 'mary:a:b', 'mary:a:b'],
  ['text without a password', 'k3y:', 'k3y:'],
  ['an object', { username: 'mary', password: 's3cret' }, 'mary:s3cret'],
  ['an object without a password', { username: 'k3y', password: '' }, 'k3y:'],
  ['letters of any script', { username: 'zoë', password: '密碼🔑' }, 'zoë:密碼🔑'],
])('parseBasic encodes %s as base64 of UTF-8', (_, value, text) => {
  expect(parse(value)).toBe(utf8(text));
});

it.each<[unknown, string]>([
  [undefined, 'is missing.'],
  ['', 'is empty. Is the environment variable set?'],
  [' ', 'is empty. Is the environment variable set?'],
  ['s3cret', 'must be `username:password`.'],
  [':', 'must be `username:password`.'],
  ['mary:s3cret\n', 'has a control character'],
  [{ username: 'a:s3cret', password: 'b' }, 'must not have a colon in the user name.'],
  [{ username: 'mary' }, 'must have the texts `username` and `password`.'],
  [{ username: 's3cret', password: 1 }, 'must have the texts `username` and `password`.'],
  [['mary', 's3cret'], 'must have the texts'],
  [5, 'must be a string, or an object with `username` and `password`.'],
  [null, 'must be a string'],
])('parseBasic refuses %j and does not repeat it', (value, problem) => {
  expect(() => parse(value)).toThrow(`createAcme: \`basic\` ${problem}`);
  expect(() => parse(value)).toThrow(/^(?!.*s3cret)/);
});
