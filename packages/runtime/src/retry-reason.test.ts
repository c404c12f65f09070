import { describe, expect, it } from 'vitest';
import { ConnectionError } from './connection-error.ts';
import { PlainRequest, type PlainRequestInit } from './plain-request.ts';
import { reasonToRetry } from './retry-reason.ts';
import { TimeoutError } from './timeout-error.ts';
import { TokenError } from './token-error.ts';

const request = (method: string, init: PlainRequestInit = {}) =>
  new PlainRequest('https://example.com/things', { method, ...init });
const key = { headers: { 'Idempotency-Key': 'k' } };
const operation = (method: string, idempotent?: boolean) => ({
  operation: { method, path: '/things', ...(idempotent !== undefined && { idempotent }) },
});

const harmless = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'].map((method) => request(method));
const keyed = [
  request('POST', key),
  request('PATCH', key),
  request('POST', { ...key, ...operation('POST', true) }),
  request('PATCH', { headers: { 'idempotency-key': 'k' }, ...operation('PATCH', true) }),
];
const harmful = [
  request('POST'),
  request('PATCH'),
  request('get'),
  request('POST', operation('POST')),
  // A key that the vendor is not known to look at protects nobody.
  request('POST', { ...key, ...operation('POST') }),
  request('POST', { ...key, ...operation('POST', false) }),
];
const unique = (requests: PlainRequest[], outcome: Parameters<typeof reasonToRetry>[1]) => [
  ...new Set(requests.map((sent) => reasonToRetry(sent, outcome))),
];

describe('an answer', () => {
  const reasons = (status: number) => {
    // 101 and the like cannot be made.
    const response = new Response(null, { status });
    return {
      harmless: unique(harmless, { response }),
      keyed: unique(keyed, { response }),
      harmful: unique(harmful, { response }),
    };
  };

  it.each([[408], [502], [503], [504]])('of %d is asked for again where that does no harm', (status) => {
    const reason = [`status ${status}`];
    expect(reasons(status)).toEqual({ harmless: reason, keyed: reason, harmful: [undefined] });
  });

  it('of 500 stays under a key, whose first answer the vendor replays', () => {
    expect(reasons(500)).toEqual({ harmless: ['status 500'], keyed: [undefined], harmful: [undefined] });
  });

  it('of 429 is asked for again whatever the method: the request was not carried out', () => {
    const reason = ['too many requests'];
    expect(reasons(429)).toEqual({ harmless: reason, keyed: reason, harmful: reason });
  });

  it('of any other status stays', () => {
    const passing = [408, 429, 500, 502, 503, 504];
    for (let status = 200; status < 600; status++) {
      if (passing.includes(status)) continue;
      expect(reasons(status), String(status)).toEqual({
        harmless: [undefined],
        keyed: [undefined],
        harmful: [undefined],
      });
    }
  });
});

describe('no answer', () => {
  const reasons = (error: unknown) => ({
    harmless: unique(harmless, { error }),
    keyed: unique(keyed, { error }),
    harmful: unique(harmful, { error }),
  });
  const failed = (cause: unknown) => new ConnectionError(request('GET'), cause);

  it.each([
    ['a reset', failed(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }))],
    [
      'an end of time while connecting or reading',
      failed(new TypeError('fetch failed', { cause: { code: 'ETIMEDOUT' } })),
    ],
    ['a socket that closed', failed(new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } }))],
    ['a cause that tells nothing', failed(new TypeError('Failed to fetch'))],
    ['no cause', failed(undefined)],
    ['a cause that is no error', failed('ECONNREFUSED')],
    ['a cause whose code is no text', failed({ code: ['ECONNRESET'] })],
    ['a code that only contains a known one', failed({ code: 'X_ECONNREFUSED' })],
  ])('after %s is asked for again where that does no harm', (_, error) => {
    expect(reasons(error)).toEqual({ harmless: ['ConnectionError'], keyed: ['ConnectionError'], harmful: [undefined] });
  });

  it('in time is asked for again where that does no harm', () => {
    const error = new TimeoutError(request('GET'), 5);
    expect(reasons(error)).toEqual({ harmless: ['TimeoutError'], keyed: ['TimeoutError'], harmful: [undefined] });
  });

  it.each([
    ['ECONNREFUSED'],
    ['ENOTFOUND'],
    ['EAI_AGAIN'],
    ['EHOSTUNREACH'],
    ['ENETUNREACH'],
    ['UND_ERR_CONNECT_TIMEOUT'],
    ['ConnectionRefused'],
  ])('because no connection was made (%s) is asked for again whatever the method', (code) => {
    const socket = Object.assign(new Error('no connection'), { code });
    for (const cause of [socket, new TypeError('fetch failed', { cause: socket })]) {
      expect(reasons(failed(cause))).toEqual({
        harmless: ['ConnectionError'],
        keyed: ['ConnectionError'],
        harmful: ['no connection'],
      });
    }
  });

  it.each([
    ['did not answer', new TokenError('no', { cause: failed(undefined) }), 'no token'],
    ['answered 408', new TokenError('no', { status: 408 }), 'no token'],
    ['answered 429', new TokenError('no', { status: 429 }), 'no token'],
    ['answered 500', new TokenError('no', { status: 500 }), 'no token'],
    ['answered 503', new TokenError('no', { status: 503 }), 'no token'],
    ['refused the credentials', new TokenError('no', { status: 401, code: 'invalid_client' }), undefined],
    ['answered 400', new TokenError('no', { status: 400 }), undefined],
    ['answered 200 without a token', new TokenError('no', { status: 200 }), undefined],
    ['answered 302', new TokenError('no', { status: 302 }), undefined],
  ])('because the token endpoint %s is the same for every method', (_, error, reason) => {
    expect(reasons(error)).toEqual({ harmless: [reason], keyed: [reason], harmful: [reason] });
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
  ])('for a reason that is not of the network is never asked for again: %s', (error) => {
    expect(reasons(error)).toEqual({ harmless: [undefined], keyed: [undefined], harmful: [undefined] });
  });
});
