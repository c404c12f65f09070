import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { ConnectionError } from './connection-error.ts';
import { PlainRequest } from './plain-request.ts';
import { isPlumblineError, PlumblineError } from './plumbline-error.ts';
import { TimeoutError } from './timeout-error.ts';
import { TokenError } from './token-error.ts';

const request = new PlainRequest('https://example.com/v1/users/u_1?token=x', { method: 'DELETE' });

it('knows its own, whatever their class', () => {
  const errors = [
    new PlumblineError('no'),
    new ConnectionError(request, new TypeError('fetch failed')),
    new TimeoutError(request, 5),
    new TokenError('no', { status: 400 }),
  ];
  for (const error of errors) {
    expect(error).toBeInstanceOf(Error);
    expect(isPlumblineError(error)).toBe(true);
    expect(error.name).toBe(error.constructor.name);
    expect(error.stack).toContain(error.message);
  }
});

it('knows those of another copy of the package', () => {
  expect(isPlumblineError({ [Symbol.for('@plumbline/error')]: true })).toBe(true);
});

it.each([[undefined], [null], ['PlumblineError'], [5], [{}], [new Error('no')], [{ name: 'PlumblineError' }]])(
  'does not take %s for one',
  (error) => {
    expect(isPlumblineError(error)).toBe(false);
  },
);

it('keeps of the cause of a failed connection what may be told', () => {
  const socket = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', request: { key: 's3cret' } });
  const failed = Object.assign(new TypeError('fetch failed', { cause: socket }), { config: { headers: ['s3cret'] } });
  const error = new ConnectionError(request, failed);
  expect(error.cause).toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } });
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('s3cret');
  expect(error).toMatchObject({ method: 'DELETE', path: '/v1/users/u_1' });
  expect(error.message).toMatch(/^DELETE \/v1\/users\/u_1 got no whole answer\./);
});

it.each([[undefined], [null], ['s3cret'], [Object.create(null)], [{ code: 's3cret' }]])(
  'has no cause where what was thrown is no error: %s',
  (cause) => {
    expect(new ConnectionError(request, cause).cause).toBeUndefined();
  },
);

it('tells how long was waited', () => {
  expect(new TimeoutError(request, 250)).toMatchObject({
    timeout: 250,
    message: 'DELETE /v1/users/u_1 took longer than its timeout of 250 ms.',
  });
  expect(new TimeoutError(request, 900, 'deadline')).toMatchObject({
    timeout: 900,
    message: 'DELETE /v1/users/u_1 took longer than its deadline of 900 ms.',
  });
});
