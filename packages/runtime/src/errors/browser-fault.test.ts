import { expect, it } from 'vitest';
import { readTransportFault } from './browser-fault.ts';

const withCode = (code: unknown, more: object = {}) => Object.assign(new Error('no'), { code }, more);

it.each<[string, unknown, string | undefined]>([
  ['without a code', new TypeError('Failed to fetch'), undefined],
  ['with a code', withCode('ECONNREFUSED'), 'ECONNREFUSED'],
  [
    'with the code of its cause',
    new TypeError('fetch failed', { cause: withCode('CERT_HAS_EXPIRED') }),
    'CERT_HAS_EXPIRED',
  ],
  ['with text of a server in place of a code', withCode('a b'), undefined],
  ['with a number in place of a code', withCode(5), undefined],
  ['that is text', 'ECONNREFUSED', undefined],
  ['that is null', null, undefined],
])('readTransportFault of a browser reads an error %s, and takes no fault for a lasting one', (_, error, code) => {
  expect(readTransportFault(error)).toEqual({ code, notConnected: false, permanent: undefined });
});

it('readTransportFault of a browser accepts an error that is its own cause', () => {
  const circular = withCode(undefined);
  circular.cause = circular;
  expect(readTransportFault(circular).code).toBeUndefined();
});
