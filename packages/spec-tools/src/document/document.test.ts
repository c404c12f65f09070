import { expect, it } from 'vitest';
import { operationsOf } from './document.ts';
import { documentOf } from './small-document.ts';

const variables = { region: { default: 'eu', enum: ['eu', 'us'] } };

it.each<[string, object, object, string | undefined]>([
  ['no server of its own', {}, {}, undefined],
  ['the server of its path', {}, { servers: [{ url: 'https://path.test' }] }, 'https://path.test'],
  [
    'its own server before that of its path',
    { servers: [{ url: 'https://own.test' }, { url: 'https://other.test' }] },
    { servers: [{ url: 'https://path.test' }] },
    'https://own.test',
  ],
  ['a server below that of the document', { servers: [{ url: 'v2/' }] }, {}, 'https://eu.api.test/v1/v2'],
  ['a server at the host of the document', { servers: [{ url: '/v2' }] }, {}, 'https://eu.api.test/v2'],
  [
    'a server with the defaults of its variables',
    { servers: [{ url: 'https://up-{region}.test', variables }] },
    {},
    'https://up-eu.test',
  ],
])('an operation has %s', (_, operation, pathItem, server) => {
  const servers = [{ url: 'https://{region}.api.test/v1', variables }];
  const document = documentOf({ 'GET /a': { operationId: 'a/get', ...operation } }, { pathItem, servers });
  expect(operationsOf(document)[0]?.server).toBe(server);
});
