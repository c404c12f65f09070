import { describe, expect, it } from 'vitest';
import { RequestFactory, type TestRequestInit } from '../../../test/request-factory.ts';
import { ConnectionError } from '../../errors/connection-error.ts';
import { TimeoutError } from '../../errors/timeout-error.ts';
import { TokenError } from '../../errors/token-error.ts';
import type { HttpRequest } from '../../pipeline/http-request.ts';
import { reasonToRetry } from './retry-reason.ts';

const client = new RequestFactory();
const line = { method: 'GET', path: '/things' };
const request = (method: string, init: TestRequestInit = {}) => client.create({ method, ...init });
const key = { headers: { 'idempotency-key': 'k' } };
const operation = (method: string, honorsKey = false) => ({
  operation: { method, path: '/things', ...(honorsKey && { idempotencyKey: true as const }) },
});

const idempotent = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].map((method) => request(method));
const changedInPlace = request('POST');
changedInPlace.headers.set('Idempotency-Key', 'k');
const keyed = [
  request('POST', key),
  request('PATCH', key),
  request('POST', { ...key, ...operation('POST', true) }),
  request('POST').withHeaders({ 'Idempotency-Key': 'k' }),
  changedInPlace,
];
const unsafe = [
  request('POST'),
  request('PATCH'),
  request('get'),
  request('POST', operation('POST')),
  request('POST', operation('POST', true)),
  // A key that the vendor does not honor does not make a request idempotent.
  request('POST', { ...key, ...operation('POST') }),
];
const unique = (requests: HttpRequest[], outcome: { response?: Response; error?: unknown }) => [
  ...new Set(requests.map((sent) => reasonToRetry(sent, outcome.response, outcome.error))),
];

describe('a response', () => {
  const reasons = (status: number) => {
    // A Response cannot have a 1xx status.
    const response = new Response(null, { status });
    return {
      idempotent: unique(idempotent, { response }),
      keyed: unique(keyed, { response }),
      unsafe: unique(unsafe, { response }),
    };
  };

  it.each([[408], [502], [503], [504]])('reasonToRetry retries %d if the request is idempotent', (status) => {
    const reason = [`status ${status}`];
    expect(reasons(status)).toEqual({ idempotent: reason, keyed: reason, unsafe: [undefined] });
  });

  it('reasonToRetry does not retry 500 with a key, because the vendor replays its first response', () => {
    expect(reasons(500)).toEqual({ idempotent: ['status 500'], keyed: [undefined], unsafe: [undefined] });
  });

  it('reasonToRetry retries 429 of any method, because the vendor did not process the request', () => {
    const reason = ['too many requests'];
    expect(reasons(429)).toEqual({ idempotent: reason, keyed: reason, unsafe: reason });
  });

  it('reasonToRetry retries no other status', () => {
    const transient = [408, 429, 500, 502, 503, 504];
    for (let status = 200; status < 600; status++) {
      if (transient.includes(status)) continue;
      expect(reasons(status), String(status)).toEqual({
        idempotent: [undefined],
        keyed: [undefined],
        unsafe: [undefined],
      });
    }
  });
});

describe('no response', () => {
  const reasons = (error: unknown) => ({
    idempotent: unique(idempotent, { error }),
    keyed: unique(keyed, { error }),
    unsafe: unique(unsafe, { error }),
  });
  const failed = (cause: unknown) => new ConnectionError(line, cause);

  it.each([
    ['a reset', failed(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }))],
    [
      'a system timeout while connecting or reading',
      failed(new TypeError('fetch failed', { cause: { code: 'ETIMEDOUT' } })),
    ],
    ['a socket that closed', failed(new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } }))],
    ['a cause without a code', failed(new TypeError('Failed to fetch'))],
    ['no cause', failed(undefined)],
    ['a cause that is not an error', failed('ECONNREFUSED')],
    ['a cause with a code that is not a string', failed({ code: ['ECONNRESET'] })],
    ['a code that only contains a known one', failed({ code: 'X_ECONNREFUSED' })],
  ])('reasonToRetry retries %s if the request is idempotent', (_, error) => {
    expect(reasons(error)).toEqual({
      idempotent: ['ConnectionError'],
      keyed: ['ConnectionError'],
      unsafe: [undefined],
    });
  });

  it('reasonToRetry retries a timeout if the request is idempotent', () => {
    const error = new TimeoutError(line, 5);
    expect(reasons(error)).toEqual({ idempotent: ['TimeoutError'], keyed: ['TimeoutError'], unsafe: [undefined] });
  });

  it.each([
    ['ECONNREFUSED'],
    ['ENOTFOUND'],
    ['EAI_AGAIN'],
    ['EHOSTUNREACH'],
    ['ENETUNREACH'],
    ['UND_ERR_CONNECT_TIMEOUT'],
    ['ConnectionRefused'],
  ])('reasonToRetry retries any method if no connection was made: %s', (code) => {
    const socket = Object.assign(new Error('no connection'), { code });
    for (const cause of [socket, new TypeError('fetch failed', { cause: socket })]) {
      expect(reasons(failed(cause))).toEqual({
        idempotent: ['ConnectionError'],
        keyed: ['ConnectionError'],
        unsafe: ['no connection'],
      });
    }
  });

  it.each([
    ['did not respond', new TokenError(line, 'no', { cause: failed(undefined) }), 'no token'],
    ['responded with 408', new TokenError(line, 'no', { status: 408 }), 'no token'],
    ['responded with 429', new TokenError(line, 'no', { status: 429 }), 'no token'],
    ['responded with 500', new TokenError(line, 'no', { status: 500 }), 'no token'],
    ['responded with 503', new TokenError(line, 'no', { status: 503 }), 'no token'],
    ['refused the credentials', new TokenError(line, 'no', { status: 401, code: 'invalid_client' }), undefined],
    ['responded with 400', new TokenError(line, 'no', { status: 400 }), undefined],
    ['responded with 200 without a token', new TokenError(line, 'no', { status: 200 }), undefined],
    ['responded with 302', new TokenError(line, 'no', { status: 302 }), undefined],
  ])('reasonToRetry decides independently of the method if the token endpoint %s', (_, error, reason) => {
    expect(reasons(error)).toEqual({ idempotent: [reason], keyed: [reason], unsafe: [reason] });
  });

  it.each([
    [new Error('own')],
    [new DOMException('stop', 'AbortError')],
    [new DOMException('late', 'TimeoutError')],
    [{ name: 'ConnectionError' }],
    ['stop'],
    [null],
    [undefined],
    [0],
  ])('reasonToRetry never retries an error that is not a network error: %s', (error) => {
    expect(reasons(error)).toEqual({ idempotent: [undefined], keyed: [undefined], unsafe: [undefined] });
  });
});
