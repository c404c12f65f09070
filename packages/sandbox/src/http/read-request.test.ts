import { expect, it } from 'vitest';
import { readOperations } from '../document/operations.ts';
import { readCredentials } from './credentials.ts';
import { hideCredentials, readRequest } from './read-request.ts';

const url = 'https://api.example.com/users?a=1';
const form = 'application/x-www-form-urlencoded';

it.each([
  ['a URL', url, undefined, ['GET', url, '', null]],
  ['a URL object', new URL(url), { method: 'delete' }, ['DELETE', url, '', null]],
  ['a text', url, { method: 'post', body: 'a' }, ['POST', url, 'a', 'text/plain;charset=UTF-8']],
  [
    'a media type',
    url,
    { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } },
    ['POST', url, '{}', 'application/json'],
  ],
  [
    'a form',
    url,
    { method: 'POST', body: new URLSearchParams({ a: 'b c' }) },
    ['POST', url, 'a=b+c', `${form};charset=UTF-8`],
  ],
  ['bytes', url, { method: 'POST', body: new TextEncoder().encode('ä') }, ['POST', url, 'ä', null]],
  [
    'a request',
    new Request(url, { method: 'PUT', body: 'a' }),
    undefined,
    ['PUT', url, 'a', 'text/plain;charset=UTF-8'],
  ],
  [
    'a request with an init',
    new Request(url, { method: 'PUT', body: 'a' }),
    { method: 'PATCH' },
    ['PATCH', url, 'a', 'text/plain;charset=UTF-8'],
  ],
] as const)('readRequest reads %s', async (_, input, init, expected) => {
  const { url: address, method, body, headers } = await readRequest(input, init ?? {});
  expect([method, address, body, headers.get('content-type')]).toEqual(expected);
});

it('readRequest reads a stream', async () => {
  const body = new Blob(['a', 'b']).stream();
  expect((await readRequest(url, { method: 'POST', body })).body).toBe('ab');
});

it.each([
  ['a body with GET', url, { body: 'a' }],
  ['credentials in a URL', 'https://me:secret@api.example.com/users', {}],
  ['credentials in a URL beside a body', 'https://me:secret@api.example.com/users', { method: 'POST', body: 'a' }],
])('readRequest throws for %s, as fetch does', async (_, input, init) => {
  await expect(readRequest(input, init)).rejects.toThrow(TypeError);
});

it('readRequest throws the reason of a signal that is aborted', async () => {
  const reason = new Error('no longer needed');
  await expect(readRequest(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

const document = {
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Project' },
      queryKey: { type: 'apiKey', in: 'query', name: 'project' },
    },
  },
  paths: { '/token': { post: { responses: {}, 'x-effect': { token: 't', client: ['id', 'word'] } } } },
};
const credentials = readCredentials(document, readOperations(document));

function hide({
  address = url,
  headers = {},
  body = '',
}: {
  address?: string;
  headers?: Record<string, string>;
  body?: string;
}) {
  return hideCredentials(credentials, { url: address, headers: new Headers(headers), body });
}

it.each([
  'X-Project',
  'Authorization',
  'Proxy-Authorization',
  'Cookie',
  'X-Api-Key',
  'X-MAGICBELL-API-SECRET',
  'X-Shop-Access-Token',
  'Private-Token',
  'X-User-Hmac',
])('requests do not show the header %s', (name) => {
  expect(Object.values(hide({ headers: { [name]: 's3cret' } }).headers)).toEqual(['***']);
});

it.each(['Accept', 'Content-Type', 'Idempotency-Key', 'Prefer', 'Accept-Version'])(
  'requests show the header %s',
  (name) => {
    expect(Object.values(hide({ headers: { [name]: 'value' } }).headers)).toEqual(['value']);
  },
);

it.each([
  ['?project=s3cret&a=1', '?project=***&a=1'],
  ['?a=1&api_key=s3cret', '?a=1&api_key=***'],
  ['?access%5Ftoken=s3cret', '?access%5Ftoken=***'],
  ['?token=s3cret', '?token=***'],
  ['?a=1?b=2&page_token=x', '?a=1?b=2&page_token=x'],
  ['?clientSecret', '?clientSecret=***'],
  ['?a=1#access_token=s3cret', '?a=1'],
])('requests show the query %s without credentials', (query, shown) => {
  const address = 'https://api.example.com/users';
  expect(hide({ address: address + query }).url).toBe(address + shown);
});

it.each([
  ['JSON', 'application/json', '{"word": "s3cret","a":1}', '{"word":"***","a":1}'],
  ['JSON in depth', 'application/json', '[{"a":{"client_secret":["s3cret"]}}]', '[{"a":{"client_secret":"***"}}]'],
  ['JSON with an escaped name', 'application/json', String.raw`{"pass\u0077ord":"s3cret"}`, '{"password":"***"}'],
  ['JSON with a name twice', 'application/json', '{"id":"s3cret","id":"s3cret"}', '{"id":"***"}'],
  ['JSON without a media type', '', '{"apiKey":"s3cret"}', '{"apiKey":"***"}'],
  ['JSON that ends early', 'application/json', '{"word":"s3cret', '***'],
  ['a form', form, 'id=s3cret&word=s3cret&a=1', 'id=***&word=***&a=1'],
  [
    'a form of another vendor',
    `${form};charset=UTF-8`,
    'grant_type=x&client%5Fsecret=s3cret',
    'grant_type=x&client%5Fsecret=***',
  ],
  ['parts', 'multipart/form-data; boundary=x', '--x\r\nname="client_secret"\r\n\r\ns3cret\r\n--x--', '***'],
  ['a property with the name of a parameter', 'application/json', '{"project":"a"}', '{"project":"a"}'],
  [
    'no credential unchanged',
    'application/json',
    '{ "device_token": "x", "title": "id" }',
    '{ "device_token": "x", "title": "id" }',
  ],
])('requests show a body of %s', (_, type, body, shown) => {
  expect(hide({ headers: { 'content-type': type }, body }).body).toBe(shown);
});

it('requests have no body where none was sent', () => {
  expect(hide({}).body).toBeUndefined();
});
