import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '@plumbline/spec-tools/document/document';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noNotes, Refusal } from '../notes.ts';
import type { Node } from '../read/source.ts';
import { writeUp } from '../write-up/write-up.ts';
import { lintSpec } from './lint-spec.ts';

const schema = { $ref: '#/components/schemas/Pet' };
const get = { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const source = {
  name: 'pets.json',
  document: {
    openapi: '3.1.1',
    info: { title: 'Pets' },
    servers: [{ url: 'https://api.pets.test' }],
    paths: {
      '/pets/': { get: { ...get, operationId: 'pets/list' } },
      '/teams/': { get: { operationId: 'teams/list', responses: { 204: { description: 'ok' } } } },
      '/m/in/{id}': { get: { ...get, operationId: 'm/get', parameters: [id] } },
      '/m/{id}/void': { post: { operationId: 'm/void', parameters: [id], responses: { 204: { description: 'ok' } } } },
    },
    webhooks: { newPet: { post: { requestBody: { content: { 'application/json': { schema } } } } } },
    components: { schemas: { Pet: { type: 'object', properties: { name: { type: 'string' } } } } },
  },
};

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-'));
  mkdirSync(join(folder, 'specs', 'pets'), { recursive: true });
  file = join(folder, 'specs', 'pets', 'openapi.yaml');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function lint(document: Node) {
  const notes = noNotes();
  writeFileSync(file, JSON.stringify(document));
  return { failed: await lintSpec(file, document as unknown as Document, notes), notes };
}

it('a rule about the style of a vendor warns, and one line counts all', async () => {
  const { failed, notes } = await lint(writeUp('pets', source).document);
  expect(failed).toEqual([]);
  expect(notes.leftForYou).toEqual([]);
  const [line] = notes.goodToKnow;
  expect(line).toContain('no-path-trailing-slash (2 times)');
  expect(line).toContain('no-ambiguous-paths (once)');
});

it('an error in a component costs the operations that reach it', async () => {
  const { document } = writeUp('pets', source);
  document.components.schemas.Pet.writeOnly = true;
  const { failed } = await lint(document);
  expect(new Set(failed.map(({ method, path }) => `${method} ${path}`))).toEqual(
    new Set(['get /pets/', 'get /m/in/{id}']),
  );
  expect(failed[0]?.reason).toContain('no-read-write-only');
});

it('an error outside of operations and components is refused', async () => {
  const { document } = writeUp('pets', source);
  await expect(lint({ ...document, openapi: '3.1.0' })).rejects.toThrow(Refusal);
});
