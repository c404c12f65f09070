import { describe, expect, it } from 'vitest';
import { ConnectionError } from './connection-error.ts';

const line = { method: 'GET', path: '/users' };
const withCode = (code: string, more: object = {}) => Object.assign(new Error(code), { code }, more);
const failed = (cause: unknown) => new TypeError('fetch failed', { cause });
const many = (...errors: unknown[]) => Object.assign(new AggregateError(errors, ''), { code: 'ECONNREFUSED' });
const failureOf = (cause: unknown) => new ConnectionError(line, cause);

describe('a fault that a retry does not change', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['CERT_NOT_YET_VALID', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['HOSTNAME_MISMATCH', 'certificate'],
    ['INVALID_CA', 'certificate'],
    ['CRL_HAS_EXPIRED', 'certificate'],
    ['EPROTO', 'TLS'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'TLS'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'TLS'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'TLS'],
    ['UND_ERR_HEADERS_OVERFLOW', 'headers'],
    ['HPE_HEADER_OVERFLOW', 'headers'],
    ['HPE_INVALID_CONSTANT', 'malformed'],
    ['HPE_INVALID_CONTENT_LENGTH', 'malformed'],
    ['HPE_INVALID_CHUNK_SIZE', 'malformed'],
    ['Z_DATA_ERROR', 'malformed'],
  ])('ConnectionError with the code %s is permanent, and its message names it: %s', (code, word) => {
    for (const cause of [withCode(code), failed(withCode(code)), failed(failed(many(withCode(code))))]) {
      const error = failureOf(cause);
      expect(error).toMatchObject({ permanent: true, notConnected: false });
      expect(error.message).toContain(word);
    }
    expect(failureOf(failed(withCode(code)))).toMatchObject({ code });
    expect(failureOf(failed(withCode(code))).message).toContain(`(${code})`);
  });

  it.each([
    ['invalid peer certificate: UnknownIssuer', 'certificate'],
    ['unable to verify the first certificate', 'certificate'],
    ['bad port', 'port'],
    ['Response does not match the HTTP/1.1 protocol (Invalid status code)', 'malformed'],
  ])('ConnectionError without a code is permanent if its message is "%s"', (message, word) => {
    const error = failureOf(failed(new Error(message)));
    expect([error.permanent, error.code, error.message.includes(word)]).toEqual([true, undefined, true]);
  });
});

describe('a fault that may pass', () => {
  it.each([
    ['ECONNRESET'],
    ['EPIPE'],
    ['UND_ERR_SOCKET'],
    ['ETIMEDOUT'],
    ['HPE_INVALID_EOF_STATE'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
    ['Z_BUF_ERROR'],
  ])('ConnectionError with the code %s is not permanent, and the request may have arrived', (code) => {
    const error = failureOf(failed(withCode(code)));
    expect(error).toMatchObject({ permanent: false, notConnected: false, code });
    expect(error.message).toBe(
      `GET /users: connection failed before a full response (${code}). Check the network and the URL.`,
    );
  });

  it.each<[string, unknown]>([
    ['refused', failed(withCode('ECONNREFUSED'))],
    ['refused, without a wrapper', withCode('ECONNREFUSED')],
    ['refused at every address', failed(many(withCode('ECONNREFUSED'), withCode('ECONNREFUSED')))],
    ['refused at every address, nested', failed(failed(many(failed(withCode('ECONNREFUSED')))))],
    [
      'refused, with a timeout at another address',
      failed(many(withCode('ETIMEDOUT', { syscall: 'connect' }), withCode('ENETUNREACH'))),
    ],
    ['a name that is not found', failed(withCode('ENOTFOUND', { syscall: 'getaddrinfo' }))],
    ['a resolver that is busy', failed(withCode('EAI_AGAIN'))],
    ['a reset while it connects', failed(withCode('ECONNRESET', { syscall: 'connect' }))],
    ['a timeout of undici', failed(withCode('UND_ERR_CONNECT_TIMEOUT'))],
    ['a refusal in Bun', withCode('ConnectionRefused')],
    ['no address', failed(withCode('EADDRNOTAVAIL'))],
    [
      'a reset before TLS',
      failed(
        withCode('ECONNRESET', {
          message: 'Client network socket disconnected before secure TLS connection was established',
        }),
      ),
    ],
  ])('ConnectionError says that no connection was made: %s', (_, cause) => {
    const error = failureOf(cause);
    expect(error).toMatchObject({ permanent: false, notConnected: true });
    expect(error.message).toContain('no connection was made');
  });

  it.each<[string, unknown]>([
    ['one of two addresses reset it', failed(many(withCode('ECONNREFUSED'), withCode('ECONNRESET')))],
    ['no error is nested', failed(undefined)],
    ['the thrown value is text', 'ECONNREFUSED'],
    ['the thrown value is null', null],
  ])('ConnectionError does not say that no connection was made if %s', (_, cause) => {
    expect(failureOf(cause)).toMatchObject({ permanent: false, notConnected: false });
  });

  it('ConnectionError accepts errors that refer to themselves', () => {
    const circular = withCode('ECONNRESET');
    circular.cause = circular;
    const list = Object.assign(new AggregateError([]), {});
    list.errors.push(list, list, list);
    expect(failureOf(circular).code).toBe('ECONNRESET');
    expect(failureOf(list)).toMatchObject({ code: undefined, notConnected: false });
  });

  it.each([['a\nb'], ['\u202eabc'], ['a b'], ['x'.repeat(100)], [''], [5], [{}]])(
    'ConnectionError has no code if that is not a word: %j',
    (code) => {
      const error = failureOf(failed(Object.assign(new Error('no'), { code })));
      expect(error.code).toBeUndefined();
      expect(error.message).toBe(
        'GET /users: connection failed before a full response. Check the network and the URL.',
      );
    },
  );
});
