import { expect, it } from 'vitest';
import { isPlainMediaType, isPlainName, isPlainToken } from './plain-name.ts';

it.each([
  'id',
  'name',
  'createdAt',
  'created_at',
  '_links',
  'iOSVersion',
  'userID',
  'htmlUrl',
  'address_line_2',
  'sha1',
  'x',
  'eTag',
])('shows the name %s', (name) => {
  expect(isPlainName(name)).toBe(true);
});

it.each([
  '',
  'mary@example.com',
  'Mary Poppins',
  'user_4821',
  'user4821',
  '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21',
  'AKIAIOSFODNN7EXAMPLE',
  'aGVsbG8gd29ybGQ',
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'bcdfghjk',
  'a.b',
  '__proto__',
  'größe',
  'thisNameIsLongerThanAnyNameThatOneWouldGive',
])('does not show the name %j', (name) => {
  expect(isPlainName(name)).toBe(false);
});

it.each([
  ['PAUSED', 'DRAFT'],
  ['IN_PROGRESS', 'DRAFT'],
  ['draft', 'DRAFT'],
  ['UNAUTHENTICATED', 'DRAFT'],
  ['in_app', 'email'],
  ['mobile-push', 'web-push'],
  ['order.ready', 'order.sent'],
  ['v2', 'v1'],
])('shows %s as the value of an enum that lists %s', (value, listed) => {
  expect(isPlainToken(value, [listed, null])).toBe(true);
});

it.each([
  ['Mary', 'DRAFT'],
  ['mary.poppins', 'email'],
  ['mary-poppins', 'email'],
  ['mary@example.com', 'Draft@1'],
  ['user_4821', 'email'],
  ['7c9e6679-7425-40de-944b-e07fc1f90ae7', 'a-1'],
  ['AKIAIOSFODNN7EXAMPLE', 'DRAFT'],
  ['two words', 'two words and more'],
  ['', 'DRAFT'],
])('does not show %j as the value of an enum that lists %s', (value, listed) => {
  expect(isPlainToken(value, [listed])).toBe(false);
});

it('shows a media type of words', () => {
  expect(['application/problem+json', 'text/html', 'application/vnd.api+json'].map(isPlainMediaType)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    ['application/4821', 'application/mary.poppins', 'secret/json', 'json', 'text/html; a=b', ''].map(isPlainMediaType),
  ).toEqual(Array.from({ length: 6 }, () => false));
});
