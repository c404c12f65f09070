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
    new TokenError('no', 400),
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

it.each([[new TypeError('fetch failed')], [undefined], [null], ['text'], [Object.create(null)]])(
  'keeps the cause of a failed connection: %s',
  (cause) => {
    const error = new ConnectionError(request, cause);
    expect(error.cause).toBe(cause);
    expect(error).toMatchObject({ method: 'DELETE', path: '/v1/users/u_1' });
    expect(error.message).toMatch(/^DELETE \/v1\/users\/u_1 got no whole answer\./);
  },
);

it('tells how long was waited', () => {
  expect(new TimeoutError(request, 250)).toMatchObject({
    timeout: 250,
    message: 'DELETE /v1/users/u_1 took longer than 250 ms. Raise `timeout` if that is too short.',
  });
});
