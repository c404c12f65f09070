import { expect, it } from 'vitest';
import { readProblem } from './problem.ts';

const keysOf = (path: string) => path.split('/').slice(1);

const message = (body: unknown, paths: readonly string[], secrets: readonly string[] = []) =>
  readProblem(new Response(), body, { message: paths.map(keysOf) }, secrets).message;

it.each<[string, unknown, readonly string[], string | undefined]>([
  ['in a list', { errors: [{ message: 'The title is missing.' }] }, ['/errors/0/message'], 'The title is missing.'],
  ['at the second pointer', { error: { type: 'x' }, message: 'No.' }, ['/error/message', '/message'], 'No.'],
  ['of the whole body', 'Not found', [''], 'Not found'],
  ['of a list of texts', { errors: ['a', { b: 1 }, 'c'] }, ['/errors'], 'a; c'],
  ['of an object, which is not text', { error: { message: 'no' } }, ['/error'], undefined],
  ['of blank text', { message: ' \n ' }, ['/message'], undefined],
  ['of an inherited property', {}, ['/constructor/name'], undefined],
  ['of a getter, which is not called', Object.defineProperty({}, 'm', { get: () => 'm' }), ['/m'], undefined],
  ['of null', null, ['/message'], undefined],
  ['of no body', undefined, ['/message'], undefined],
])('readProblem reads the message %s', (_, body, paths, expected) => {
  expect(message(body, paths)).toBe(expected);
});

it.each<[string, string, string]>([
  ['line breaks', 'a\r\nb\tc', 'a b c'],
  ['control characters', 'a\u0000b\u001b[31mc\u009bd', 'a b [31mc d'],
  ['bidirectional controls', 'a\u202eb\u2066c\u200fd\u061ce', 'abcde'],
  ['zero-width characters', 'a\u200bb\ufeffc\u00add\u2060e', 'ab cde'],
  ['separators of lines and paragraphs', 'a\u2028b\u2029c', 'a b c'],
  ['tag characters', 'a\u{e0041}\u{e007f}b', 'ab'],
])('readProblem removes %s from a message', (_, text, expected) => {
  expect(message(text, [''])).toBe(expected);
});

it('readProblem shortens a message to 200 characters, not within a surrogate pair', () => {
  const long = message('x'.repeat(5000), ['']) ?? '';
  expect([long.length, long.endsWith('x…')]).toEqual([200, true]);
  expect(message(`${'x'.repeat(198)}😀${'y'.repeat(50)}`, [''])).toBe(`${'x'.repeat(198)}…`);
  expect(message('y'.repeat(200), [''])).toBe('y'.repeat(200));
});

it.each<[string, string, readonly string[], string]>([
  ['unchanged', 'The key s3cret is wrong.', ['s3cret'], 'The key [redacted] is wrong.'],
  ['URL-encoded', 'key=a%2Bb%2F1', ['a+b/1'], 'key=[redacted]'],
  ['more than once', 's3cret s3cret', ['s3cret'], '[redacted] [redacted]'],
  ['with an invisible character inside', 'The key s3\u200bcret.', ['s3cret'], 'The key [redacted].'],
  ['that contains another', 'abcd-efgh', ['abcd', 'abcd-efgh'], '[redacted]'],
  ['where the text is cut', `${'x'.repeat(195)}s3cret`, ['s3cret'], `${'x'.repeat(195)}[red…`],
  ['but for a text of three characters', 'is the key', ['the'], 'is the key'],
])('readProblem replaces a secret %s', (_, text, secrets, expected) => {
  expect(message(text, [''], secrets)).toBe(expected);
});

it('readProblem reads a code that is text or a number', () => {
  const read = (body: object) => readProblem(new Response(), body, { code: [['code'], ['error', 'code']] }).code;
  expect(read({ code: 4001 })).toBe('4001');
  expect(read({ error: { code: 'forbidden' } })).toBe('forbidden');
  expect(read({ code: true })).toBe(undefined);
});

it.each<[string, HeadersInit, string | undefined, string | undefined]>([
  ['a usual name', { 'X-Correlation-Id': 'r1' }, undefined, 'r1'],
  ['the first usual name', { 'Request-Id': 'r2', 'X-Request-Id': 'r1' }, undefined, 'r1'],
  ['the name in the spec', { 'X-Trace': 'r1', 'X-Request-Id': 'r2' }, 'X-Trace', 'r1'],
  ['no other name, if the spec has one', { 'X-Request-Id': 'r2' }, 'X-Trace', undefined],
])('readProblem reads the request id from the header of %s', (_, headers, name, expected) => {
  expect(readProblem(new Response(null, { headers }), undefined, { requestId: name }).requestId).toBe(expected);
});
