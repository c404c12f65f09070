import { expect, it } from 'vitest';
import { documentOf } from '../document/small-document.ts';
import { typeNamesOf } from './type-names.ts';

const named = (schemas: readonly string[], operationIds: readonly string[] = []) => {
  const operations = Object.fromEntries(operationIds.map((operationId, index) => [`GET /${index}`, { operationId }]));
  const components = { schemas: Object.fromEntries(schemas.map((name) => [name, {}])) };
  const names = typeNamesOf('small-vendor', documentOf(operations, { components }));
  return { schemas: [...names.schemas.values()], operations: [...names.operations.values()] };
};

it('a schema keeps its name if that is an identifier in PascalCase', () => {
  expect(named(['Notification', 'OAuthError']).schemas).toEqual(['Notification', 'OAuthError']);
});

it.each([
  ['user', 'User'],
  ['full-repository', 'FullRepository'],
  ['v1.list_item', 'V1ListItem'],
  ['404-body', 'Model404Body'],
  ['-', 'Model'],
])('the schema %s has the type %s', (schema, name) => {
  expect(named([schema]).schemas).toEqual([name]);
});

it.each(['Error', 'Record', 'Date', 'Components', 'paths', 'Result', 'SmallVendor', 'SmallVendorOptions'])(
  'a schema called %s gets a suffix, because its name is taken or close to one that is',
  (schema) => {
    const [name = ''] = named([schema]).schemas;
    expect(name).toMatch(schema === 'Components' || schema === 'paths' ? /^(Components|Paths)$/ : /Model$/);
  },
);

it('a schema gets a suffix if an operation has its name', () => {
  expect(named(['UsersListParams', 'UsersListOther'], ['users/list']).schemas).toEqual([
    'UsersListParamsModel',
    'UsersListOther',
  ]);
});

it('two schemas never have one name, and the one whose name does not change keeps it', () => {
  const names = named(['user-input', 'UserInput', 'user_input', 'UserInputModel2']).schemas;
  expect(names).toEqual(['UserInput', 'UserInputModel2', 'UserInputModel', 'UserInputModel3']);
});

it('an operation is named by its operationId, and a second one of the same name gets a number', () => {
  const { operations } = named([], ['users/notifications/list', 'usersNotifications/list']);
  expect(operations).toEqual(['UsersNotificationsList', 'UsersNotificationsList2']);
});
