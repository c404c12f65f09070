import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { networkError } from '../testing/faults.ts';
import { ConnectionError } from './connection-error.ts';
import { isPlumblineError, PlumblineError } from './plumbline-error.ts';
import { TimeoutError } from './timeout-error.ts';
import { TokenError } from './token-error.ts';

const line = { method: 'DELETE', path: '/v1/users/{user_id}' };

it('isPlumblineError recognizes each error of a client', () => {
  const errors = [
    new PlumblineError('no'),
    new ConnectionError(line, networkError('ECONNRESET')),
    new TimeoutError(line, 5),
    new TokenError('no', { status: 400 }),
  ];
  for (const error of errors) {
    expect(error).toBeInstanceOf(Error);
    expect(isPlumblineError(error)).toBe(true);
    expect(error.name).toBe(error.constructor.name);
    expect(error.stack).toContain(error.message);
  }
});

it('isPlumblineError recognizes the errors of another copy of the package', () => {
  expect(isPlumblineError({ [Symbol.for('@plumbline/error')]: true })).toBe(true);
});

it.each([[undefined], [null], ['PlumblineError'], [5], [{}], [new Error('no')], [{ name: 'PlumblineError' }]])(
  'isPlumblineError does not recognize %s as an error of a client',
  (error) => {
    expect(isPlumblineError(error)).toBe(false);
  },
);

it('ConnectionError keeps only the name, the message and the code of its cause', () => {
  const socket = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', request: { key: 's3cret' } });
  const failed = Object.assign(new TypeError('fetch failed', { cause: socket }), { config: { headers: ['s3cret'] } });
  const error = new ConnectionError(line, failed);
  expect(error.cause).toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('s3cret');
  expect(error).toMatchObject({ ...line, attempts: [] });
  expect(error.message).toBe(
    'DELETE /v1/users/{user_id}: connection failed before a full response. Check the network and the URL.',
  );
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
