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

it('readSource reads a file by its content and not by its name', async () => {
  const json = JSON.stringify({ openapi: '3.1.0', info: {}, paths: { '/': {} } });
  expect((await readSource(write(json, 'json.yaml'))).document.paths).toEqual({ '/': {} });
  expect((await readSource(write(good, 'yaml.json'))).document.paths['/pets'].post.operationId).toBe('createPet');
  expect((await readSource(write(`\uFEFF${json}`, 'mark.json'))).document.paths).toEqual({ '/': {} });
  for (const wide of [`\uFEFF${json}`, json]) {
    writeFileSync(join(folder, 'wide.json'), Buffer.from(wide, 'utf16le'));
    expect((await readSource(join(folder, 'wide.json'))).document.paths).toEqual({ '/': {} });
  }
});

it.each(['3', '3.0', '3.0.9', "'3.1'", '3.1.2', '3.2.0', '3.2', '3.0.0-rc1'])(
  'readSource reads `openapi: %s` as OpenAPI 3.1',
  async (version) => {
    const { document } = await readSource(write(good.replace('3.0.3', version)));
    expect(document.openapi).toBe('3.1.1');
  },
);

it('readSource leaves a schema open where its reference leads nowhere', async () => {
  const { document, notes } = await readSource(write(good.replace('schemas/Pet', 'schemas/Cat')));
  expect(document.paths['/pets'].get.responses['200'].content['application/json'].schema).toEqual({});
  expect([...(notes?.leftOpen ?? [])]).toEqual([['`#/components/schemas/Cat` does not exist: it accepts anything', 1]]);
  const [place] = notes?.openPlaces.values() ?? [];
  expect(place?.[0]).toMatch(/^#\/paths\/~1pets\/get\/responses\/200\//);
});

it('readSource leaves a schema open where its file is missing', async () => {
  const { notes } = await readSource(write(good.replace("'#/components/schemas/Pet'", './cat.yaml')));
  expect([...(notes?.leftOpen.keys() ?? [])]).toEqual([
    expect.stringMatching(/cat\.yaml` is in another document that was not read/),
  ]);
});

it('readSource finds names of Object.prototype only where the document has them', async () => {
  const { notes } = await readSource(write(good.replace('schemas/Pet', 'schemas/toString')));
  expect([...(notes?.leftOpen.keys() ?? [])]).toEqual([
    '`#/components/schemas/toString` does not exist: it accepts anything',
  ]);
});

it.each<[what: string, text: string, says: RegExp]>([
  ['invalid YAML', 'openapi: [', /^pets\.yaml is neither JSON nor YAML: .+ line 1/],
  [
    'YAML that is indented by tabs',
    'openapi: 3.0.0\ninfo:\n\ttitle: a',
    /^pets\.yaml is neither JSON nor YAML: .+ line 3/,
  ],
  ['YAML that contains itself', `${good}x-a: &a { b: *a }`, /^pets\.yaml has YAML aliases that cannot be read/],
  ['several YAML documents', `${good}---\n${good}`, /^pets\.yaml has several YAML documents/],
  ['a web page', '<!DOCTYPE html>\n<html></html>', /^pets\.yaml is a web page and not the document/],
  ['a list', '- openapi', /^pets\.yaml is not an OpenAPI document/],
  ['an empty file', '', /^pets\.yaml is not an OpenAPI document/],
  ['Swagger 1.2', good.replace('openapi: 3.0.3', "swagger: '1.2'"), /is Swagger 1\.2\. Convert it/],
  ['AsyncAPI', good.replace('openapi: 3.0.3', 'asyncapi: 3.0.0'), /is an AsyncAPI document/],
  ['OpenAPI 4', good.replace('3.0.3', '4.0.0'), /has `openapi: 4\.0\.0` at its root/],
  ['a document without a version', good.replace('openapi: 3.0.3', ''), /has no `openapi` at its root/],
  ['a document without paths', 'openapi: 3.1.0', /has no `paths`/],
  ['a document of webhooks', 'openapi: 3.1.0\nwebhooks: { a: {}, b: {} }', /has only webhooks \(2\)/],
])('readSource refuses %s and says where', async (_, text, says) => {
  const error = await readSource(write(text)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).message).toMatch(says);
});

it.each([
  ['{\n  "openapi": "3.1.0",\n  "paths": { },\n}', /^pets\.json is not JSON: .+ in line 4\.$/],
  ['{\n  "openapi": [1, 2, ]\n}', /^pets\.json is not JSON: Unexpected token '\]' in line 2\.$/],
  ['{\n  "openapi": "3.1.0"\n', /^pets\.json is not JSON: .+ in line \d\.$/],
])('readSource refuses %j and names the line', async (text, says) => {
  await expect(readSource(write(text, 'pets.json'))).rejects.toThrow(says);
});

it('readSource refuses a missing file and a folder', async () => {
  await expect(readSource(join(folder, 'nowhere.yaml'))).rejects.toThrow(/nowhere\.yaml cannot be read: ENOENT\.$/);
  await expect(readSource(folder)).rejects.toThrow(/is not a file/);
});
