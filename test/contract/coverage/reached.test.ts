import { bodyOf, documentOf, parameter } from '@plumbline/spec-tools/document/small-document';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { expect, it } from 'vitest';
import { recordedUrl } from '../recording.ts';
import { declaredNames } from './declared.ts';
import { reachedNames } from './reached.ts';

const json = 'application/json';
const user = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
const answer = (mediaType: string, schema: object) => ({ description: 'Done.', content: { [mediaType]: { schema } } });
const document = documentOf({
  'POST /users': {
    operationId: 'users/create',
    security: [],
    parameters: [parameter('query', 'dry', { type: 'boolean' }), parameter('header', 'X-Trace', {})],
    requestBody: bodyOf(user),
    responses: { 201: { ...answer(json, user) }, '4XX': answer('text/plain', { type: 'string' }) },
  },
});

function reached(request: Partial<Exchange['request']>, status: number, mediaType: string, body: string) {
  const exchange = {
    request: {
      method: 'POST',
      url: `${recordedUrl}/users?dry=true`,
      headers: { 'content-type': json },
      body: '{"name":"Mary"}',
      ...request,
    },
    response: { status, headers: { 'content-type': mediaType }, body },
  };
  const names = reachedNames(document, [exchange]);
  return Object.fromEntries(Object.entries(names).map(([kind, set]) => [kind, [...set]]));
}
const name = 'content/application~1json/schema/properties/name';

it('declaredNames lists what a document has', () => {
  const { operations, statuses, mediaTypes, parameters } = declaredNames(document);
  expect([...operations, ...statuses]).toEqual(['users/create', 'users/create 201', 'users/create 4XX']);
  const types = ['request application/json', '201 application/json', '4XX text/plain'];
  expect([...mediaTypes]).toEqual(types.map((type) => `users/create ${type}`));
  expect([...parameters]).toEqual(['users/create query dry', 'users/create header X-Trace']);
});

it('a valid exchange reaches exactly what it has', () => {
  expect(reached({}, 201, json, '{"name":"Mary"}')).toEqual({
    operations: ['users/create'],
    statuses: ['users/create 201'],
    mediaTypes: ['users/create request application/json', 'users/create 201 application/json'],
    parameters: ['users/create query dry'],
    requestProperties: [`/paths/~1users/post/requestBody/${name}`],
    responseProperties: [`/paths/~1users/post/responses/201/${name}`],
  });
});

it.each([
  ['a body', { body: '{"name":5}' }],
  ['a parameter', { url: `${recordedUrl}/users?dry=maybe` }],
])('a request that the spec refuses for %s reaches nothing, and its response counts', (_, request) => {
  expect(reached(request, 422, 'text/plain', 'No.')).toEqual({
    operations: [],
    statuses: ['users/create 4XX'],
    mediaTypes: ['users/create 4XX text/plain'],
    parameters: [],
    requestProperties: [],
    responseProperties: [],
  });
});

it('a response that the spec refuses and an unknown operation reach nothing', () => {
  const refused = reached({}, 201, json, '{"name":5}');
  expect([refused.operations, refused.statuses, refused.responseProperties]).toEqual([['users/create'], [], []]);
  const elsewhere = reached({ url: `${recordedUrl}/unknown` }, 201, json, '{"name":"Mary"}');
  expect(Object.values(elsewhere).flat()).toEqual([]);
});
