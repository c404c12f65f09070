import type { DocumentCase } from '../document-case.ts';
import { namedDocument } from '../named-document.ts';

export const pathNameCases: readonly DocumentCase[] = [
  {
    vendor: 'names-of-methods-and-paths',
    document: namedDocument([
      { path: '/files/{file_id}', operationId: 'get_files_id', tag: 'Files' },
      { path: '/files/{file_id}', operationId: 'put_files_id', tag: 'Files', method: 'put' },
      { path: '/files/{file_id}', operationId: 'delete_files_id', tag: 'Files', method: 'delete' },
      { path: '/files/{file_id}/copy', operationId: 'post_files_id_copy', tag: 'Files', method: 'post' },
      {
        path: '/files/{file_id}#add_shared_link',
        operationId: 'put_files_id#add_shared_link',
        tag: 'Files',
        method: 'put',
      },
      { path: '/v1/accounts', operationId: 'GetAccounts' },
      { path: '/v1/accounts', operationId: 'PostAccounts', method: 'post' },
      { path: '/v1/accounts/{account}', operationId: 'GetAccountsAccount' },
      { path: '/v1/accounts/{account}', operationId: 'PostAccountsAccount', method: 'post' },
      { path: '/items/{item_id}', operationId: 'read_item_items__item_id__get' },
    ]),
    exchanges: [
      {
        name: 'an operation named by GET and its path is get',
        call: (client) => client.files.get({ file_id: '1' }),
        sends: { method: 'GET', url: 'https://api.acme.test/files/1' },
      },
      {
        name: 'an operation named by PUT and its path is update',
        call: (client) => client.files.update({ file_id: '1' }),
        sends: { method: 'PUT' },
      },
      {
        name: 'an operation named by DELETE and its path is delete',
        call: (client) => client.files.delete({ file_id: '1' }),
        sends: { method: 'DELETE' },
      },
      {
        name: 'an operation named by POST and its path is its last word',
        call: (client) => client.files.copy({ file_id: '1' }),
        sends: { url: 'https://api.acme.test/files/1/copy' },
      },
      {
        name: 'an operation of a fragment is named by it',
        call: (client) => client.files.addSharedLink({ file_id: '1' }),
        sends: { method: 'PUT', url: 'https://api.acme.test/files/1' },
      },
      {
        name: 'an operation named by GET and its collection is list',
        call: (client) => client.accounts.list(),
        sends: { method: 'GET', url: 'https://api.acme.test/v1/accounts' },
      },
      {
        name: 'an operation named by POST and its collection is create',
        call: (client) => client.accounts.create(),
        sends: { method: 'POST', url: 'https://api.acme.test/v1/accounts' },
      },
      {
        name: 'an operation named by POST and an item is update',
        call: (client) => client.accounts.update({ account: 'a' }),
        sends: { method: 'POST', url: 'https://api.acme.test/v1/accounts/a' },
      },
      {
        name: 'an operation named by a function, its path and its method has the name of the function',
        call: (client) => client.items.read({ item_id: 'a' }),
        sends: { url: 'https://api.acme.test/items/a' },
      },
    ],
  },
  {
    vendor: 'operations-without-names',
    document: namedDocument([
      { path: '/pets' },
      { path: '/pets', method: 'post' },
      { path: '/pets/{id}' },
      { path: '/pets/{id}', method: 'patch' },
      { path: '/pets/{id}', method: 'put' },
      { path: '/pets/{id}/photos/{photo}', method: 'delete' },
      { path: '/pets/{id}/photos' },
      { path: '/pets/{id}/feed', method: 'post' },
    ]),
    exchanges: [
      {
        name: 'an operation without a name is named by its path',
        call: (client) => client.pets.list(),
        sends: { method: 'GET', url: 'https://api.acme.test/pets' },
      },
      {
        name: 'an operation of an item without a name is get',
        call: (client) => client.pets.get({ id: '1' }),
        sends: { method: 'GET' },
      },
      {
        name: 'PATCH without a name is update',
        call: (client) => client.pets.update({ id: '1' }),
        sends: { method: 'PATCH' },
      },
      {
        name: 'PUT beside PATCH without a name is replace',
        call: (client) => client.pets.replace({ id: '1' }),
        sends: { method: 'PUT' },
      },
      {
        name: 'an operation of a part names the part',
        call: (client) => client.pets.deletePhoto({ id: '1', photo: '2' }),
        sends: { method: 'DELETE', url: 'https://api.acme.test/pets/1/photos/2' },
      },
      {
        name: 'a list of parts names the parts',
        call: (client) => client.pets.listPhotos({ id: '1' }),
        sends: { url: 'https://api.acme.test/pets/1/photos' },
      },
      {
        name: 'an action is named by its word',
        call: (client) => client.pets.feed({ id: '1' }),
        sends: { method: 'POST', url: 'https://api.acme.test/pets/1/feed' },
      },
    ],
  },
  {
    vendor: 'names-of-every-object',
    document: namedDocument(
      ['toString', 'constructor', '__proto__', 'then', 'api', 'hasOwnProperty', 'valueOf'].flatMap((tag, index) => [
        { path: `/a${index}`, operationId: `listThings${index}`, tag },
        { path: `/b${index}`, operationId: tag, tag: 'names', method: 'post' },
      ]),
    ),
    exchanges: [
      {
        name: 'a tag called toString is a safe group',
        call: (client) => client.toStringResource.listThings0(),
        sends: { url: 'https://api.acme.test/a0' },
      },
      {
        name: 'a tag called constructor is a safe group',
        call: (client) => client.constructorResource.listThings1(),
        sends: { url: 'https://api.acme.test/a1' },
      },
      {
        name: 'a tag called __proto__ is a safe group',
        call: (client) => client.proto.listThings2(),
        sends: { url: 'https://api.acme.test/a2' },
      },
      {
        name: 'a tag called then is a group',
        call: (client) => client.then.listThings3(),
        sends: { url: 'https://api.acme.test/a3' },
      },
      {
        name: 'a tag called api is another group',
        call: (client) => client.apiResource.listThings4(),
        sends: { url: 'https://api.acme.test/a4' },
      },
      {
        name: 'an operation called then is a safe method',
        call: (client) => client.names.createThen(),
        sends: { url: 'https://api.acme.test/b3' },
      },
      {
        name: 'an operation called constructor is a safe method',
        call: (client) => client.names.createConstructor(),
        sends: { url: 'https://api.acme.test/b1' },
      },
    ],
    leftForYou: ['Choose a better name than'],
  },
];
