import { expect, it } from 'vitest';
import { nameOperations, type Rename } from './operation-ids.ts';

const nameOf = (operationId: string | undefined, method: string, path: string, tag?: string) =>
  nameOperations([{ operationId, method, path, tag }])[0];

it.each([
  ['users/notifications/list', 'get', '/n', 'x', 'users/notifications/list'],
  ['repos/list-for-org', 'get', '/orgs/{org}/repos', 'repos', 'repos/listForOrg'],
  ['droplets_list', 'get', '/v2/droplets', 'Droplets', 'droplets/list'],
  ['getPets', 'get', '/pets', 'pets', 'pets/list'],
  ['createPet', 'post', '/pets', 'pets', 'pets/create'],
  ['getPetById', 'get', '/pets/{id}', 'pets', 'pets/getById'],
  ['listCustomFieldSettings', 'get', '/c', 'Custom field settings', 'customFieldSettings/list'],
  ['pets', 'get', '/pets', 'pets', 'pets/pets'],
  [undefined, 'get', '/v1/pets', undefined, 'pets/list'],
  [undefined, 'delete', '/api/pets/{id}', undefined, 'pets/delete'],
  [undefined, 'put', '/oauth2/token', undefined, 'oauth2/updateToken'],
  ['api/then', 'get', '/', undefined, 'apiResource/getThen'],
  ['users/toString', 'post', '/', undefined, 'users/createToString'],
  ['users/toJSON', 'delete', '/', undefined, 'users/toJson'],
  ['constructor/list', 'get', '/', undefined, 'constructorResource/list'],
  ['then/list', 'get', '/', undefined, 'then/list'],
  ['list', 'get', '/', 'API', 'apiResource/list'],
  ['fish/catch', 'post', '/', undefined, 'fish/catch'],
  ['getUserV2', 'get', '/v2/users/{id}', 'users', 'users/getV2'],
  ['getS3Bucket', 'get', '/storage/{id}', 'Storage', 'storage/getS3Bucket'],
  ['readCoreV1Pod', 'get', '/api/v1/x', 'core', 'core/readV1Pod'],
  ['取得ユーザー', 'get', '/j/{id}', undefined, 'j/取得ユーザー'],
  ['größeÄndern', 'put', '/j/{id}', 'Größe', 'größe/ändern'],
  ['2fa-enable', 'post', '/2fa', '2FA', 'n2fa/enable'],
  ['get_files_id', 'get', '/files/{file_id}', 'Files', 'files/get'],
  ['put_files_id', 'put', '/files/{file_id}', 'Files', 'files/update'],
  ['delete_files_id', 'delete', '/files/{file_id}', 'Files', 'files/delete'],
  ['post_files_id_copy', 'post', '/files/{file_id}/copy', 'Files', 'files/copy'],
  ['put_files_id#add_shared_link', 'put', '/files/{file_id}#add_shared_link', 'Files', 'files/addSharedLink'],
  ['get_files_id_thumbnail_id', 'get', '/files/{file_id}/thumbnail.{extension}', 'Files', 'files/getThumbnail'],
  ['GetAccounts', 'get', '/v1/accounts', undefined, 'accounts/list'],
  ['PostAccounts', 'post', '/v1/accounts', undefined, 'accounts/create'],
  ['GetAccountsAccount', 'get', '/v1/accounts/{account}', undefined, 'accounts/get'],
  ['PostAccountsAccount', 'post', '/v1/accounts/{account}', undefined, 'accounts/update'],
  ['GetAccountsAccountPersons', 'get', '/v1/accounts/{account}/persons', undefined, 'accounts/listPersons'],
  ['PostAccountsAccountPersons', 'post', '/v1/accounts/{account}/persons', undefined, 'accounts/createPerson'],
  [
    'DeleteAccountsAccountPersonsPerson',
    'delete',
    '/v1/accounts/{account}/persons/{person}',
    undefined,
    'accounts/deletePerson',
  ],
  ['read_item_items__item_id__get', 'get', '/items/{item_id}', undefined, 'items/read'],
  ['UsersController_findAll', 'get', '/users', undefined, 'users/findAll'],
  ['AppController_getHello', 'get', '/', undefined, 'app/getHello'],
  ['put_metadata', 'put', '/metadata/{scope}', undefined, 'metadata/update'],
  ['findPetsByStatus', 'get', '/pet/findByStatus', 'pet', 'pet/findByStatus'],
  ['getURLs', 'get', '/urls', 'links', 'links/listUrls'],
  ['OAuth2Token', 'post', '/token', 'OAuth2', 'oauth2/token'],
  [undefined, 'get', '/payments/search', undefined, 'payments/search'],
  [undefined, 'get', '/users/{id}/settings', undefined, 'users/getSettings'],
  [undefined, 'put', '/users/{id}/settings', undefined, 'users/updateSettings'],
  [undefined, 'post', '/files/{id}:archive', undefined, 'files/archive'],
  [undefined, 'get', '/2010-04-01/Accounts/{Sid}.json', undefined, 'accounts/get'],
  [undefined, 'get', '/invoices', 'Billing', 'billing/listInvoices'],
  [undefined, 'get', '/me', undefined, 'me/get'],
  ['list', 'get', '/x', '__proto__', 'proto/list'],
  ['list', 'get', '/x', 'toString', 'toStringResource/list'],
  ['list', 'get', '/x', '🙂', 'x/list'],
])('nameOperations names %s (%s %s, tag %s) %s', (operationId, method, path, tag, name) => {
  expect(nameOf(operationId, method, path, tag)).toBe(name);
});

it('nameOperations gives a second operation of a name its whole operationId', () => {
  const tag = 'pets';
  const operations = [
    { operationId: 'getPet', method: 'get', path: '/pets/{id}', tag },
    { operationId: 'get_pets', method: 'get', path: '/pets/{id}/all/{x}', tag },
    { method: 'get', path: '/pets/{id}/{other}', tag },
    { method: 'get', path: '/pets/{id}/{third}', tag },
  ];
  expect(nameOperations(operations)).toEqual(['pets/get', 'pets/getPets', 'pets/get2', 'pets/get3']);
});

it('nameOperations gives the operation of one item the first choice', () => {
  const operations = [
    { operationId: 'updateIncidents', method: 'put', path: '/incidents', tag: 'Incidents' },
    { operationId: 'updateIncident', method: 'put', path: '/incidents/{id}', tag: 'Incidents' },
    { operationId: 'read_user_users__id__get', method: 'get', path: '/users/{id}', tag: 'users' },
    { operationId: 'read_users_users__get', method: 'get', path: '/users/', tag: 'users' },
  ];
  expect(nameOperations(operations)).toEqual([
    'incidents/updateIncidents',
    'incidents/update',
    'users/read',
    'users/readUsers',
  ]);
});

it('nameOperations gives no operation the name of a group', () => {
  const named = ['pets/photos/list', 'pets/photos'].map((operationId) => ({ operationId, method: 'get', path: '/' }));
  expect(nameOperations(named)).toEqual(['pets/photos/list', 'pets/petsPhotos']);
  expect(nameOperations(named.reverse())).toEqual(['pets/photos', 'pets/photos2/list']);
});

it('nameOperations gives no second operation a method name that JavaScript calls', () => {
  const thens = ['then', 'Then', '_then'].map((operationId) => ({
    operationId,
    method: 'get',
    path: '/',
    tag: 'pets',
  }));
  expect(nameOperations(thens)).toEqual(['pets/getThen', 'pets/getThen2', 'pets/getThen3']);
});

it('nameOperations reports the names that it replaced, and why', () => {
  const renames: Rename[] = [];
  const named = ['api/list', 'pets/list', 'pets/then'].map((operationId) => ({
    operationId,
    method: 'get',
    path: '/',
  }));
  nameOperations(named, (rename) => renames.push(rename));
  expect(renames).toEqual([
    {
      problem: 'a group of operations cannot be called `api`, as `client.api` is the openapi-fetch client.',
      id: 'apiResource/list',
    },
    { problem: expect.stringContaining('a method cannot be called `then`, as `await`'), id: 'pets/getThen' },
  ]);
});

it('nameOperations uses the path when nearly all operations have one tag', () => {
  const operations = Array.from({ length: 30 }, (_, index) => ({
    operationId: `itemGet${'x'.repeat(index)}`,
    method: 'post',
    path: '/item/get',
    tag: 'vendor',
  }));
  expect(nameOperations(operations)[0]).toBe('item/get');
});

it('nameOperations names a second operation of one operationId by its path, and says so', () => {
  const renames: Rename[] = [];
  const operations = ['/pets', '/dogs', '/pets/{id}/dogs'].map((path) => ({
    operationId: 'listPets',
    method: 'get',
    path,
  }));
  expect(nameOperations(operations, (rename) => renames.push(rename))).toEqual([
    'pets/list',
    'dogs/list',
    'pets/listDogs',
  ]);
  expect(renames).toEqual([
    { problem: 'two operations have the operationId `listPets`.', id: 'dogs/list' },
    { problem: 'two operations have the operationId `listPets`.', id: 'pets/listDogs' },
  ]);
});

it('nameOperations tells put from patch of one path', () => {
  const operations = ['put', 'patch', 'post'].map((method) => ({ method, path: '/pets/{id}' }));
  expect(nameOperations(operations)).toEqual(['pets/replace', 'pets/update', 'pets/submit']);
});

it('nameOperations tells names apart that differ in digits only', () => {
  const operations = ['getV1', 'getV2', 'getV'].map((operationId) => ({
    operationId,
    method: 'get',
    path: '/x',
    tag: 'pets',
  }));
  expect(nameOperations(operations)).toEqual(['pets/getV1', 'pets/getV2', 'pets/getV']);
});
