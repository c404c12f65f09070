import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { networkError } from '../testing/faults.ts';
import { ApiError, isApiError } from './api-error.ts';
import { ConnectionError } from './connection-error.ts';
import { PaginationError } from './pagination-error.ts';
import { isPlumblineError, PlumblineError } from './plumbline-error.ts';
import { ResponseSizeError } from './response-size-error.ts';
import { TimeoutError } from './timeout-error.ts';
import { TokenError } from './token-error.ts';

const line = { method: 'DELETE', path: '/v1/users/{user_id}' };
const response = new Response('s3cret', { status: 422, headers: { 'X-Request-Id': 'r-1', 'X-Echo': 's3cret' } });
const createErrors = () => [
  new PlumblineError('no'),
  new ApiError({ ...line, attempts: [{ status: 422, reason: 'final' }] }, response, { key: 's3cret' }),
  new ConnectionError(line, networkError('ECONNRESET')),
  new TimeoutError(line, 5),
  new TokenError(line, ' responded with 400', { status: 400, code: 'invalid_client' }),
  new ResponseSizeError(line, 5),
  new PaginationError('repeated', '/users', 3),
];
const errors = createErrors().map((error) => [error.name, error] as const);

describe.each(errors)('%s', (name, error) => {
  it(`isPlumblineError recognizes ${name}`, () => {
    expect(error).toBeInstanceOf(PlumblineError);
    expect(error).toBeInstanceOf(Error);
    expect(isPlumblineError(error)).toBe(true);
    expect(error.name).toBe(error.constructor.name);
    expect(error.stack?.split('\n')[0]).toBe(`${name}: ${error.message}`);
    expect(inspect(error).split('\n')[0]).toBe(`${name}: ${error.message}`);
    expect(String(error)).toBe(`${name}: ${error.message}`);
  });

  it.each([
    ['JSON', (value: unknown) => JSON.parse(JSON.stringify(value))],
    ['structuredClone', structuredClone],
    ['toJSON', (value: unknown) => (value as PlumblineError).toJSON()],
    ['a message', sendAsMessage],
  ])(`${name} keeps its properties in %s`, async (_, travel) => {
    const copy = await travel(error);
    expect(copy).toMatchObject({ name, message: error.message });
    for (const property of ['status', 'code', 'requestId', 'attempts', 'timeout', 'limit', 'reason', 'path'] as const)
      expect([property, copy[property]]).toEqual([property, (error as unknown as typeof copy)[property]]);
    expect(isPlumblineError(copy)).toBe(true);
    expect(isApiError(copy, 422)).toBe(name === 'ApiError');
    expect(inspect(copy, { depth: null, showHidden: true })).not.toContain('s3cret');
  });
});

function sendAsMessage(value: unknown) {
  const { port1, port2 } = new MessageChannel();
  return new Promise<ReturnType<typeof JSON.parse>>((resolve) => {
    port2.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    port1.postMessage(value);
  });
}

it('a cause keeps its name, message and code in JSON and structuredClone', () => {
  const error = new ConnectionError(line, networkError('ECONNRESET'));
  const expected = { name: 'TypeError', message: 'fetch failed', cause: { message: 'ECONNRESET', code: 'ECONNRESET' } };
  expect(JSON.parse(JSON.stringify(error)).cause).toMatchObject(expected);
  expect(structuredClone(error).cause).toMatchObject(expected);
});

it('isPlumblineError recognizes the errors of another copy of the package', () => {
  expect(isPlumblineError({ [Symbol.for('@plumbline/error')]: true })).toBe(true);
});

it.each([
  [undefined],
  [null],
  ['PlumblineError'],
  [5],
  [{}],
  [new Error('no')],
  [{ name: 'PlumblineError' }],
  [new DOMException('no', 'TimeoutError')],
  [Object.assign(new Error('no'), { name: 'ApiError', status: 404 })],
  [Object.assign(new Error('no'), { name: 'TokenError', code: 'invalid_grant', status: 400 })],
])('isPlumblineError does not recognize %s as an error of a client', (error) => {
  expect(isPlumblineError(error)).toBe(false);
});

it('ConnectionError keeps a cause of another realm, such as the errors of the platform in a Jest test', () => {
  const cause = runInNewContext(`Object.assign(new Error('reset'), { code: 'ECONNRESET' })`);
  expect(cause).not.toBeInstanceOf(Error);
  expect(new ConnectionError(line, cause).cause).toMatchObject({ message: 'reset', code: 'ECONNRESET' });
});

it('ConnectionError keeps only the name, the message and the code of its cause', () => {
  const socket = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', request: { key: 's3cret' } });
  const failed = Object.assign(new TypeError('fetch failed', { cause: socket }), { config: { headers: ['s3cret'] } });
  const error = new ConnectionError(line, failed);
  expect(error.cause).toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('s3cret');
  expect(error).toMatchObject({ ...line, attempts: [] });
});

it.each([[undefined], [null], ['s3cret'], [Object.create(null)], [{ code: 's3cret' }]])(
  'ConnectionError has no cause if the thrown value is not an error: %s',
  (cause) => {
    expect(new ConnectionError(line, cause).cause).toBeUndefined();
  },
);

it.each([[undefined], ['timeout'], ['deadline']] as const)(
  'TimeoutError names the time limit and its option: %s',
  (option) => {
    expect(new TimeoutError(line, 250, option)).toMatchObject({
      timeout: 250,
      ...line,
      attempts: [],
      message: `DELETE /v1/users/{user_id} took longer than its ${option ?? 'timeout'} of 250 ms.`,
    });
  },
);
