import { operationsOf } from '@plumbline/spec-tools/document/document';
import { documentOf } from '@plumbline/spec-tools/document/small-document';
import { expect, it } from 'vitest';
import { listCredentials, sandboxServerOf } from './sandbox-credentials.ts';
import type { DescribedDocument } from './spec-node.ts';
import { buildTryItForm } from './try-it-form.ts';
import { allVendors } from './vendor.ts';

const formOf = (key: string, id: string) => {
  const vendor = allVendors.find((one) => one.key === key);
  const page = vendor?.pages.find((one) => one.id === id);
  if (!vendor || !page) throw new Error(`${key} has no operation ${id}.`);
  return buildTryItForm(vendor.document, page);
};

it('the form of an operation sends the API key of the sandbox', () => {
  expect(formOf('magicbell', 'users/list').fixed).toEqual([
    { name: 'X-MAGICBELL-API-KEY', location: 'header', value: 'sandbox_api_key' },
    { name: 'X-MAGICBELL-API-SECRET', location: 'header', value: 'sandbox_api_secret' },
  ]);
});

it('the form of an operation below a user sends a user of the examples', () => {
  expect(formOf('magicbell', 'notifications/list').fixed).toContainEqual({
    name: 'X-MAGICBELL-USER-EMAIL',
    location: 'header',
    value: 'mary@example.com',
  });
});

it('the form of an operation with a token requests one with the credentials of the sandbox', () => {
  const { token } = formOf('magnify', 'motions/list');
  expect(token).toMatchObject({ method: 'POST', url: 'https://auth.magnify.io/oauth2/token' });
  expect(token?.body).toContain('client_id=sandbox_client_id&client_secret=sandbox_client_secret');
});

it('the form of an operation that issues a token has the credentials of the sandbox in its body', () => {
  const { fixed, token, bodies } = formOf('mx-audience', 'auth/createToken');
  expect(fixed.filter(({ name }) => name === 'Authorization')).toEqual([]);
  expect(token).toBeUndefined();
  expect(bodies[0]?.text).toContain('sandbox_client_secret');
});

it('a document without a host has a sandbox with basic authentication and a key in the query', () => {
  const securitySchemes = {
    login: { type: 'http', scheme: 'basic' },
    key: { type: 'apiKey', in: 'query', name: 'key' },
  };
  const operation = { operationId: 'it/get', security: [{ login: [], key: [] }] };
  const rest = { servers: [{ url: '/v1/' }] as object, components: { securitySchemes } };
  const document = documentOf({ 'GET /it': operation }, rest) as DescribedDocument;
  const [first] = operationsOf(document);
  if (!first) throw new Error('The document has no operation.');
  expect(sandboxServerOf(document, first)).toBe('https://sandbox.test/v1');
  expect(listCredentials(document, first)).toEqual([
    { name: 'Authorization', location: 'header', value: `Basic ${btoa('sandbox_username:sandbox_password')}` },
    { name: 'key', location: 'query', value: 'sandbox_key' },
  ]);
});
