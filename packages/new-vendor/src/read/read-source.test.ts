import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '../notes.ts';
import { readSource } from './read-source.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-source-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const good = `
openapi: 3.0.3
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              example: { $ref: 'a value' }
    post: { operationId: createPet, responses: { '201': { description: Made. } } }
components:
  schemas:
    Pet: { type: object, properties: { example: { type: string, nullable: true } } }
`;

function write(text: string, name = 'pets.yaml'): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

it('readSource reads YAML and upgrades OpenAPI 3.0 to 3.1', async () => {
  const { name, document } = await readSource(write(good));
  expect(name).toBe('pets.yaml');
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.components.schemas.Pet.properties.example).toEqual({ type: ['string', 'null'] });
});

it('readSource reads JSON', async () => {
  const text = JSON.stringify({ openapi: '3.1.0', info: {}, paths: { '/': {} } });
  expect((await readSource(write(text, 'pets.json'))).document.paths).toEqual({ '/': {} });
});

it('readSource reads a document of several files', async () => {
  write('{ type: object }', 'pet.yaml');
  const spread = good.replace("'#/components/schemas/Pet'", './pet.yaml').replace(/ +example: \{ \$ref.+\n/, '');
  const { document } = await readSource(write(spread));
  expect(JSON.stringify(document)).not.toContain('pet.yaml');
});

it.each<[what: string, text: string, says: RegExp]>([
  ['invalid YAML', 'openapi: [', /^pets\.yaml is neither JSON nor YAML: .+ line 1/],
  ['a list', '- openapi', /^pets\.yaml is not an OpenAPI document/],
  ['an empty file', '', /^pets\.yaml is not an OpenAPI document/],
  ['Swagger 2.0', good.replace('openapi: 3.0.3', "swagger: '2.0'"), /is Swagger 2\.0\. Convert it/],
  ['OpenAPI 3.2', good.replace('3.0.3', '3.2.0'), /has `openapi: 3\.2\.0` at its root/],
  ['a document without a version', good.replace('openapi: 3.0.3', ''), /has no `openapi` at its root/],
  ['a document without paths', 'openapi: 3.1.0', /has no `paths`/],
  [
    'a broken reference',
    good.replace('schemas/Pet', 'schemas/Cat'),
    /^pets\.yaml: `#\/components\/schemas\/Cat`, referenced at #\/paths\/~1pets\/get\/responses\/200\/.+, does not exist\.$/,
  ],
  [
    'a reference to a missing file',
    good.replace("'#/components/schemas/Pet'", 'cat.yaml'),
    /^pets\.yaml has broken references\. .+cat\.yaml/,
  ],
  [
    'an operationId of two operations',
    good.replace('createPet', 'listPets'),
    /^pets\.yaml: GET \/pets and POST \/pets both have the operationId `listPets`\.$/,
  ],
])('readSource refuses %s and says where', async (_, text, says) => {
  const error = await readSource(write(text)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).message).toMatch(says);
});

it('readSource refuses a missing file and a folder', async () => {
  await expect(readSource(join(folder, 'nowhere.yaml'))).rejects.toThrow(/nowhere\.yaml cannot be read: ENOENT\.$/);
  await expect(readSource(folder)).rejects.toThrow(/is not a file/);
});
