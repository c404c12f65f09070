import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSource } from './read-source.ts';
import type { Node } from './source.ts';

const swagger = `
swagger: 2.0
info: { title: Pets, version: '1' }
host: api.pets.test
basePath: /v1/
schemes: [http, https]
produces: [application/json, application/xml]
securityDefinitions:
  key: { type: apiKey, in: query, name: api_key }
  user: { type: basic }
  app: { type: oauth2, flow: application, tokenUrl: https://api.pets.test/token, scopes: { read: Read } }
  web: { type: oauth2, flow: accessCode, authorizationUrl: https://api.pets.test/a, tokenUrl: https://api.pets.test/token, scopes: {} }
security: [{ key: [] }]
paths:
  /empty:
  /pets:
    get:
      parameters:
        - { name: ids, in: query, type: array, items: { type: integer }, collectionFormat: pipes }
        - { name: size, in: query, type: integer, minimum: 1, default: 5, x-nullable: true }
        - { name: X-Org, in: header, type: string, required: true }
      responses: { 200: { description: pets, schema: { type: array, items: { $ref: '#/definitions/Pet' } }, headers: { X-Total: { type: integer } }, examples: { application/json: [{ name: Rex }] } } }
    put:
      parameters: [{ $ref: '#/parameters/Pet' }]
      responses: { 204: { description: ok } }
  /photos:
    post:
      consumes: [multipart/form-data]
      parameters:
        - { name: photo, in: formData, type: file, required: true }
        - { name: tags, in: formData, type: array, items: { type: string }, collectionFormat: multi }
      responses: { 200: { description: ok } }
  /file:
    get:
      produces: [application/pdf]
      responses: { 200: { description: ok, schema: { type: file } } }
parameters: { Pet: { name: pet, in: body, required: true, schema: { $ref: '#/definitions/Pet' } } }
definitions:
  Pet: { type: object, discriminator: kind, required: [kind], properties: { kind: { type: string }, nick: { type: string, x-nullable: true } } }
`;

let folder: string;
let document: Node;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'swagger-'));
  writeFileSync(join(folder, 'pets.yaml'), swagger);
  ({ document } = await readSource(join(folder, 'pets.yaml')));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('readSource prefers the server of a Swagger document that uses TLS', () => {
  expect(document.servers[0].url.replace(/\/$/, '')).toBe('https://api.pets.test/v1');
});

it('readSource converts the security schemes of Swagger', () => {
  const { key, user, app, web } = document.components.securitySchemes;
  expect(key).toMatchObject({ type: 'apiKey', in: 'query', name: 'api_key' });
  expect(user).toMatchObject({ type: 'http', scheme: 'basic' });
  expect(app.flows.clientCredentials).toMatchObject({
    tokenUrl: 'https://api.pets.test/token',
    scopes: { read: 'Read' },
  });
  expect(web.flows.authorizationCode).toMatchObject({ authorizationUrl: 'https://api.pets.test/a' });
});

it('readSource converts the parameters of Swagger', () => {
  const [ids, size, org] = document.paths['/pets'].get.parameters;
  expect(ids).toMatchObject({
    in: 'query',
    style: 'pipeDelimited',
    explode: false,
    schema: { type: 'array', items: { type: 'integer' } },
  });
  expect(size.schema).toMatchObject({ minimum: 1, default: 5 });
  expect([size.schema.type].flat()).toEqual(['integer', 'null']);
  expect(org).toMatchObject({ in: 'header', required: true, schema: { type: 'string' } });
});

it('readSource converts the bodies of Swagger', () => {
  const { put } = document.paths['/pets'];
  const body = put.requestBody.$ref ? document.components.requestBodies.Pet : put.requestBody;
  expect(put.parameters ?? []).toEqual([]);
  expect(body).toMatchObject({
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
  });
  const form = document.paths['/photos'].post.requestBody.content['multipart/form-data'];
  expect(form.schema.required).toEqual(['photo']);
  expect(form.schema.properties.photo).toMatchObject({ contentMediaType: 'application/octet-stream' });
  expect(form.schema.properties.tags).toMatchObject({ type: 'array', items: { type: 'string' } });
});

it('readSource converts the responses of Swagger', () => {
  const ok = document.paths['/pets'].get.responses['200'];
  expect(Object.keys(ok.content)).toContain('application/json');
  expect(ok.content['application/json'].schema).toEqual({ type: 'array', items: { $ref: '#/components/schemas/Pet' } });
  expect(ok.headers['X-Total'].schema).toEqual({ type: 'integer' });
  expect(Object.keys(document.paths['/file'].get.responses['200'].content)).toEqual(['application/pdf']);
});

it('readSource converts the schemas of Swagger', () => {
  const { Pet } = document.components.schemas;
  expect(Pet.properties.nick.type).toEqual(['string', 'null']);
  expect(Pet.discriminator).toEqual({ propertyName: 'kind' });
});
