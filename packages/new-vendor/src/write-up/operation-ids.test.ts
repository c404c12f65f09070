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
  [undefined, 'put', '/oauth2/token', undefined, 'oauth/replace'],
  ['api/then', 'get', '/', undefined, 'apiResource/getThen'],
  ['users/toString', 'post', '/', undefined, 'users/createToString'],
  ['users/toJSON', 'delete', '/', undefined, 'users/toJson'],
  ['constructor/list', 'get', '/', undefined, 'constructorResource/list'],
  ['then/list', 'get', '/', undefined, 'then/list'],
  ['list', 'get', '/', 'API', 'apiResource/list'],
  ['fish/catch', 'post', '/', undefined, 'fish/catch'],
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
  expect(nameOperations(operations)).toEqual(['pets/get', 'pets/getPets', 'pets/getTwo', 'pets/getThree']);
});

it('nameOperations gives no operation the name of a group', () => {
  const named = ['pets/photos/list', 'pets/photos'].map((operationId) => ({ operationId, method: 'get', path: '/' }));
  expect(nameOperations(named)).toEqual(['pets/photos/list', 'pets/petsPhotos']);
  expect(nameOperations(named.reverse())).toEqual(['pets/photos', 'pets/photosTwo/list']);
});

it('nameOperations gives no second operation a method name that JavaScript calls', () => {
  const then = { operationId: 'then', method: 'get', path: '/', tag: 'pets' };
  expect(nameOperations([then, then, then])).toEqual(['pets/getThen', 'pets/getThenTwo', 'pets/getThenThree']);
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
