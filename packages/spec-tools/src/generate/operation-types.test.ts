import { describe, expect, it } from 'vitest';
import { bodyOf, documentOf, parameter } from '../document/small-document.ts';
import { generateTypes } from './operation-types.ts';
import { generateSchema } from './schema.ts';
import { typeNamesOf } from './type-names.ts';

const text = { type: 'string' };
const user = { type: 'object', properties: { name: text } };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const schemas = {
  User: user,
  Users: { type: 'array', items: ref('User') },
  Failure: user,
  Either: { anyOf: [user, text] },
};

async function generate(...operations: object[]) {
  const routes = operations.map((operation, index) => [`POST /users/${index}`, operation]);
  const document = documentOf(Object.fromEntries(routes), { components: { schemas } });
  const names = typeNamesOf('small-vendor', document);
  return generateTypes(document, await generateSchema(document, names), names);
}
const get = (operation: object) => generate({ operationId: 'users/get', ...operation });

describe('the parameters of an operation', () => {
  const header = (name: string, schema: object = text, rest: object = {}) => parameter('header', name, schema, rest);

  it('the parameters are one interface of query, header and cookie parameters', async () => {
    const parameters = [parameter('query', 'page', { type: 'number' }), header('X-Tenant', text, { required: true })];
    const code = await get({ parameters: [...parameters, parameter('cookie', 'session')] });
    expect(code).toContain(
      '/** Parameters of `users.get`. */\nexport interface UsersGetParams {\n    page?: number | undefined;\n    "X-Tenant": string;\n    session?: unknown;\n}',
    );
  });

  it('the parameters have no header that the client sets', async () => {
    const fixed = header('X-Version', { const: '2' }, { required: true });
    const set = ['Idempotency-Key', 'ACCEPT', 'authorization', 'Content-Type'].map((name) => header(name));
    expect(await get({ parameters: [fixed, ...set, header('X')] })).toContain(
      'export interface UsersGetParams {\n    X?: string | undefined;\n}',
    );
  });

  it('an operation that takes nothing has no type of parameters', async () => {
    expect(await get({})).not.toContain('UsersGetParams');
  });

  it('the parameters extend the schema of a request body', async () => {
    const parameters = [parameter('query', 'dry', text)];
    expect(await get({ parameters, requestBody: bodyOf(ref('User')) })).toContain(
      'export interface UsersGetParams extends User {\n    dry?: string | undefined;\n}',
    );
    expect(await get({ requestBody: bodyOf(ref('User')) })).toContain('UsersGetParams extends User {}');
  });

  it('the parameters have the fields of a request body without a name', async () => {
    expect(await get({ requestBody: bodyOf(user) })).toContain(
      'export interface UsersGetParams {\n    name?: string | undefined;\n}',
    );
  });

  it('the parameters have `body` if the request body is not an object, and it may be undefined if it is optional', async () => {
    expect(await get({ requestBody: bodyOf(ref('Users')) })).toContain('    body: Users;\n}');
    expect(await get({ requestBody: bodyOf(ref('Users'), { required: false }) })).toContain(
      '    body?: Users | undefined;\n}',
    );
  });
});

describe('the response of an operation', () => {
  it('the response extends the schema of a success', async () => {
    const code = await get({ responses: { 200: json(ref('User')) } });
    expect(code).toContain('/** What `users.get` resolves with. */\nexport interface UsersGetResponse extends User {}');
    expect(code).toContain("import type { User } from './schema.ts';");
  });

  it('the response of several successes is a union, and each status has its own body', async () => {
    const code = await get({ responses: { 200: json(ref('User')), 202: json(ref('Failure')), 204: {} } });
    expect(code).toContain('export type UsersGetResponse = User | Failure | undefined;');
    expect(code).toContain('    200: User;\n    202: Failure;\n    204: undefined;\n');
  });

  it('the response of an alias has the type of it, so that editors show the own name', async () => {
    expect(await get({ responses: { 200: json(ref('Either')) } })).toContain('export type UsersGetResponse = {');
  });

  it('an operation without a body has no type of responses', async () => {
    expect(await get({ responses: { 204: {} } })).not.toContain('UsersGetResponse');
  });

  it('the response depends on the media type that the caller chooses', async () => {
    const content = { 'application/json': { schema: ref('User') }, 'text/csv': { schema: text } };
    const code = await get({ responses: { 200: { content } } });
    const media = `<Media extends 'application/json' | 'text/csv' = 'application/json'>`;
    expect(code).toContain(
      `export type UsersGetResponse${media} = { 'application/json': User; 'text/csv': string }[Media];`,
    );
    expect(code).toContain(`export type UsersGetResult${media} = Result<{\n    200: UsersGetResponse<Media>;\n}>;`);
  });

  it('the item of a list has a type if its schema has no name', async () => {
    const page = { type: 'object', properties: { data: { type: 'array', items: text } } };
    const code = await get({
      parameters: [parameter('query', 'page', { type: 'number' })],
      responses: { 200: json(page) },
      'x-pagination': { style: 'page', page: 'page', limit: 'size', items: 'data' },
    });
    expect(code).toContain('export type UsersGetItem = UsersGetResponse extends { readonly "data"?: ');
  });
});

describe('the bodies of errors', () => {
  const errorsOf = async (...responses: object[]) => {
    const operations = responses.map((each, index) => ({ operationId: `users/get${index}`, responses: each }));
    const [, errors = ''] = (await generate(...operations)).split('interface ApiErrorBodies {\n');
    return errors.split('\n').flatMap((line) => (line.startsWith('    ') ? line.trim() : []));
  };

  it('the bodies of errors are those of all operations', async () => {
    const errors = await errorsOf({ 200: json(text), 404: json(ref('User')) }, { 404: json(ref('Failure')), 409: {} });
    expect(errors).toEqual(['404: User | Failure;', '409: unknown;']);
  });

  it('the bodies of errors include those that a range or `default` declares', async () => {
    const errors = await errorsOf({ 503: json(ref('User')) }, { '5XX': json(ref('Failure')) }, { default: json(text) });
    expect(errors).toEqual(['503: User | Failure | string;', '"5XX": Failure | string;', 'default: string;']);
  });

  it('an operation that declares no body leaves the bodies of the others', async () => {
    expect(await errorsOf({ 500: {} }, { 500: json(ref('User')) })).toEqual(['500: User;']);
  });
});
