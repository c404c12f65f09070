import { expect, it } from 'vitest';
import { nameProblemOf, operationPath, titleOf } from './operation-id.ts';

it.each([
  ['api', 'method', 'api', '`client.api` is the openapi-fetch client'],
  ['api/list', 'group of operations', 'api', '`client.api` is the openapi-fetch client'],
  ['then', 'method', 'then', '`await` calls a method of this name and takes its group for a promise'],
  ['users/then', 'method', 'then', '`await` calls a method of this name and takes its group for a promise'],
  ['a/b/toJSON', 'method', 'toJSON', '`JSON.stringify` calls a method of this name and would send a request'],
  ['users/toString', 'method', 'toString', 'every object has a property of this name'],
  ['valueOf/list', 'group of operations', 'valueOf', 'every object has a property of this name'],
  ['users/constructor/list', 'group of operations', 'constructor', 'every object has a property of this name'],
  ['__proto__/list', 'group of operations', '__proto__', 'every object has a property of this name'],
])('the operationId %s is refused for its %s %s, as %s', (id, kind, name, why) => {
  expect(nameProblemOf(id)).toBe(`${id}: a ${kind} cannot be called \`${name}\`, as ${why}.`);
});

it.each([
  ...['users/api', 'users/api/list', 'then/list', 'toJSON/list'],
  ...['users/catch', 'users/finally', 'users/prototype', 'users/delete', 'catch', 'finally'],
])('the operationId %s is accepted, because JavaScript does not call it implicitly', (id) => {
  expect(nameProblemOf(id)).toBeUndefined();
});

it('JavaScript calls no accepted method name implicitly', async () => {
  const calls: string[] = [];
  const group = Object.fromEntries(
    ['then', 'toJSON', 'toString', 'valueOf', 'catch', 'finally'].map((name) => [
      name,
      (resolve: unknown) => {
        calls.push(name);
        return typeof resolve === 'function' ? resolve() : name;
      },
    ]),
  );
  await group;
  JSON.stringify(group);
  String(group);
  expect(Number(group)).toBeNaN();
  expect(calls).toEqual(['then', 'toJSON', 'toString', 'valueOf']);
  expect(calls.filter((name) => nameProblemOf(`users/${name}`) === undefined)).toEqual([]);
});

it('operationPath turns camelCase into kebab-case', () => {
  expect(operationPath('notifications/markAsRead')).toBe('notifications/mark-as-read');
});

it('operationPath gives no file the name of a device of Windows', () => {
  expect(operationPath('aux/con')).toBe('aux_/con_');
  expect(operationPath('ports/com1')).toBe('ports/com1_');
});

it('operationPath separates names that differ in case only, in every script', () => {
  expect(operationPath('größe/listÄpfel')).toBe('größe/list-äpfel');
  expect(operationPath('a/bC')).not.toBe(operationPath('a/bc'));
});

it.each([
  ['files/delete', 'Files: delete'],
  ['accounts/sessions/listByUser', 'Accounts sessions: list by user'],
  ['storage/getS3Bucket', 'Storage: get s3 bucket'],
  ['äpfel/größeÄndern', 'Äpfel: größe ändern'],
  ['ping', 'Ping'],
])('the title of the operation %s is %s', (id, title) => {
  expect(titleOf(id)).toBe(title);
});
