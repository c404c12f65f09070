import type { DocumentCase } from '../document-case.ts';
import { namedDocument } from '../named-document.ts';

export const nameCases: readonly DocumentCase[] = [
  {
    vendor: 'names-with-digits',
    document: namedDocument([
      { path: '/v2/users/{id}', operationId: 'getUserV2', tag: 'users' },
      { path: '/v3/users/{id}', operationId: 'getUserV3', tag: 'users' },
      { path: '/users/{id}', operationId: 'getUserTwo', tag: 'users' },
      { path: '/buckets/{id}', operationId: 'getS3Bucket', tag: 'storage' },
      { path: '/pods/{id}', operationId: 'readCoreV1Pod', tag: 'kubernetes' },
      { path: '/2fa', operationId: 'enable', tag: '2FA', method: 'post' },
    ]),
    exchanges: [
      {
        name: 'a method keeps the digits of its name',
        call: (client) => client.users.getV2({ id: 'a' }),
        sends: { url: 'https://api.acme.test/v2/users/a' },
      },
      {
        name: 'a method with another digit is another one',
        call: (client) => client.users.getV3({ id: 'a' }),
        sends: { url: 'https://api.acme.test/v3/users/a' },
      },
      {
        name: 'a method keeps a digit within its name',
        call: (client) => client.storage.getS3Bucket({ id: 'a' }),
        sends: { url: 'https://api.acme.test/buckets/a' },
      },
      {
        name: 'a method keeps a version within its name',
        call: (client) => client.kubernetes.readCoreV1Pod({ id: 'a' }),
        sends: { url: 'https://api.acme.test/pods/a' },
      },
      {
        name: 'a group that begins with a digit gets a letter',
        call: (client) => client.n2fa.enable(),
        sends: { url: 'https://api.acme.test/2fa' },
      },
    ],
    types: `export const input: api.UsersGetV2Params = { id: 'a' };`,
  },
  {
    vendor: 'names-of-every-script',
    document: namedDocument([
      { path: '/users/{id}', operationId: '取得ユーザー' },
      { path: '/users', operationId: 'ユーザー一覧', tag: 'ユーザー' },
      { path: '/apples/{id}', operationId: 'größeÄndern', tag: 'Äpfel', method: 'put' },
      { path: '/hindi', operationId: 'सूची', tag: 'उपयोगकर्ता' },
    ]),
    exchanges: [
      {
        name: 'a method keeps Japanese letters',
        call: (client) => client.users.取得ユーザー({ id: 'a' }),
        sends: { url: 'https://api.acme.test/users/a' },
      },
      {
        name: 'a group keeps Japanese letters',
        call: (client) => client.ユーザー.ユーザー一覧(),
        sends: { url: 'https://api.acme.test/users' },
      },
      {
        name: 'a method keeps umlauts',
        call: (client) => client.äpfel.größeÄndern({ id: 'a' }),
        sends: { url: 'https://api.acme.test/apples/a' },
      },
      {
        name: 'a method keeps combining marks',
        call: (client) => client.उपयोगकर्ता.सूची(),
        sends: { url: 'https://api.acme.test/hindi' },
      },
    ],
  },
];
