import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from '@plumbline/sandbox';
import type { Document } from '@plumbline/spec-tools/document/document';
import { afterAll, describe, expect, it } from 'vitest';
import { lintSpec } from '../prove/lint-spec.ts';
import type { Node, Source } from '../read/source.ts';
import { writeUp } from './write-up.ts';

const text = { type: 'string' };
const objectOf = (...names: string[]): Node => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, text])),
});
const listOf = (items: Node): Node => ({ type: 'array', items });
const jsonOf = (schema: Node) => ({ content: { 'application/json': { schema } } });
const responds = (schema?: Node): Node => ({
  responses: { 200: { description: 'Good.', ...(schema && jsonOf(schema)) } },
});
const found = (schema: Node): Node => ({
  responses: { ...responds(schema).responses, 404: { description: 'There is none.' } },
});
const takes = (schema: Node, response?: Node): Node => ({ requestBody: jsonOf(schema), ...responds(response) });
const named = (...names: string[]): Node => ({
  parameters: names.map((name) => ({ name, in: 'path', required: true, schema: text })),
});
const sourceOf = (paths: Node): Source => ({
  name: 'api.yaml',
  document: { openapi: '3.1.0', info: { title: 'API' }, servers: [{ url: 'https://api.test' }], paths },
});
const written = (paths: Node): Node => writeUp('acme', sourceOf(paths)).document;

/** The resources of a spec, without their evidence. */
function resourcesOf(paths: Node): Node {
  const all = Object.entries<Node>(written(paths)['x-resources'] ?? {});
  return Object.fromEntries(all.map(([name, { 'x-evidence': _, ...resource }]) => [name, resource]));
}

const pet = objectOf('id', 'name');
const pets: Node = {
  '/pets': { get: responds(listOf(pet)), post: takes(objectOf('name'), pet) },
  '/pets/{petId}': { ...named('petId'), get: found(pet), put: takes(objectOf('name'), pet), delete: responds() },
};

it('writeUp infers a resource from a collection path and its item path', () => {
  expect(written(pets)['x-resources']).toEqual({
    pet: {
      path: '/pets',
      keys: ['id'],
      'x-evidence': {
        level: 'unknown',
        source: 'api.yaml §/pets',
        note: 'Inferred from /pets, /pets/{petId} and the properties of an item. The sandbox stores items for pets/list, pets/create, pets/get, pets/update, pets/delete.',
      },
    },
  });
});

it('a create that takes other kinds of parts than its response shows is not stored', () => {
  const partsOf = (...required: string[]) =>
    listOf({ anyOf: ['a', 'b'].map((name) => ({ ...objectOf(name, 'id'), required: [name, ...required] })) });
  const petOf = (parts: Node): Node => ({ type: 'object', properties: { id: text, parts } });
  const storedBy = (taken: Node, shown: Node): string =>
    written({
      '/pets': { get: responds(listOf(petOf(shown))), post: takes(petOf(taken), petOf(shown)) },
      '/pets/{petId}': { ...named('petId'), get: found(petOf(shown)) },
    })['x-resources'].pet['x-evidence'].note;
  expect(storedBy(partsOf(), partsOf('id'))).not.toContain('pets/create');
  expect(storedBy(listOf(pet), listOf(pet))).toContain('pets/create');
});

it('items that no operation reads are not stored', () => {
  const { '/pets': all, '/pets/{petId}': one } = pets;
  const { get: _, ...unlisted } = all;
  const { get: __, ...unread } = one;
  expect(resourcesOf({ '/pets': unlisted, '/pets/{petId}': unread })).toEqual({});
});

it('an update that takes a number where its response shows text is not stored', () => {
  const { id } = objectOf('id').properties;
  const sized = (size: Node): Node => ({ type: 'object', properties: { id, size } });
  const shown = sized(text);
  const update = (size: Node) =>
    written({
      '/pets': { get: responds(listOf(shown)) },
      '/pets/{petId}': { ...named('petId'), get: found(shown), put: takes(sized(size), shown) },
    }).paths['/pets/{petId}'].put['x-effect']?.fixed;
  expect(update({ type: ['integer', 'null'] })).toBe('examples');
  expect(update({ type: ['string', 'null'] })).toBeUndefined();
});

it.each<[path: string, resource: string]>([
  ['/v1/user-groups', 'userGroup'],
  ['/categories', 'category'],
  ['/addresses', 'address'],
  ['/statuses', 'status'],
  ['/status', 'status'],
  ['/pet', 'pet'],
  ['/constructor', 'constructor2'],
  ['/2024', 'item'],
])('writeUp names the resource at %s %s', (path, resource) => {
  const paths = { [path]: { get: responds(listOf(pet)) }, [`${path}/{id}`]: { ...named('id'), get: responds(pet) } };
  expect(Object.keys(resourcesOf(paths))).toEqual([resource]);
});

it.each<[keys: string[], parameter: string, shown: Node, sent: Node]>([
  [['pet_id'], 'id', objectOf('pet_id', 'name'), objectOf('name')],
  [['petId'], 'id', objectOf('petId', 'name'), objectOf('name')],
  [['gid'], 'pet_gid', objectOf('gid', 'name'), objectOf('name')],
  [['slug'], 'slug', objectOf('id', 'slug'), objectOf('name')],
  [['id', 'slug'], 'slug', objectOf('id', 'slug'), objectOf('slug', 'name')],
  [['slug'], 'slug', objectOf('slug', 'name'), objectOf('slug', 'name')],
  [['id'], 'petId', { type: 'object', properties: { pet } }, { type: 'object', properties: { pet } }],
])('writeUp infers the keys %j of items at {%s}', (keys, parameter, shown, sent) => {
  const paths = {
    '/pets': {
      get: responds({ type: 'object', properties: { total: text, pets: listOf(pet) } }),
      post: takes(sent, shown),
    },
    [`/pets/{${parameter}}`]: { ...named(parameter), get: responds(shown) },
  };
  expect(resourcesOf(paths)).toEqual({ pet: { path: '/pets', keys } });
});

describe('nested collections', () => {
  const users = {
    '/users': { get: responds(listOf(pet)) },
    '/users/{user_id}': { ...named('user_id'), get: responds(pet) },
  };
  const nested = (shown: Node) => ({
    ...users,
    '/users/{user_id}/pets': { ...named('user_id'), get: responds(listOf(shown)) },
    '/users/{user_id}/pets/{id}': { ...named('user_id', 'id'), get: responds(shown) },
  });

  it('writeUp infers the owner of items that have its id', () => {
    expect(resourcesOf(nested(objectOf('id', 'user_id')))).toMatchObject({ pet: { belongsTo: { user: 'user_id' } } });
  });

  it('writeUp notes that items without the id of their owner are below every owner', () => {
    const { pet: resource } = written(nested(pet))['x-resources'];
    expect(resource).not.toHaveProperty('belongsTo');
    expect(resource['x-evidence'].note).toContain('Items do not say which {user_id} they belong to');
  });
});

it.each<[why: string, paths: Node]>([
  ['without a path of one item', { '/pets': { get: responds(listOf(pet)) } }],
  ['without a path of all items', { '/pets/{id}': { ...named('id'), get: responds(pet) } }],
  ['whose items have no id', { ...pets, '/pets/{petId}': { ...named('petId'), get: responds(objectOf('name')) } }],
  [
    'that takes other ids than items have',
    {
      ...pets,
      '/pets/{petId}': {
        parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer' } }],
        get: responds(pet),
      },
    },
  ],
  [
    'whose list has no objects',
    {
      '/pets': { get: responds(listOf(text)) },
      '/pets/{id}': { ...named('id'), get: responds(pet) },
    },
  ],
])('writeUp infers no resource from a path %s', (_, paths) => {
  const document = written(paths);
  expect(document).not.toHaveProperty('x-resources');
  expect(JSON.stringify(document)).not.toContain('x-effect');
});

it('writeUp marks an operation that follows from no resource', () => {
  const { paths } = written({
    ...pets,
    '/pets/search': { post: takes(objectOf('text'), listOf(pet)) },
    '/pets/{petId}': { ...pets['/pets/{petId}'], post: takes(objectOf('name'), pet), patch: takes(listOf(text), pet) },
  });
  const effect = { fixed: 'examples', 'x-evidence': { level: 'unknown' } };
  expect(paths['/pets/search'].post['x-effect']).toMatchObject(effect);
  expect(paths['/pets/{petId}'].post['x-effect']).toMatchObject(effect);
  expect(paths['/pets/{petId}'].patch['x-effect']).toMatchObject(effect);
  expect(paths['/pets/{petId}'].put).not.toHaveProperty('x-effect');
});

describe('a spec with inferred resources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resources-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('a spec with inferred resources passes the lint, however its operations are called', async () => {
    const named = (operationId: string, operation: Node) => ({ ...operation, operationId });
    const document = written({
      '/pets': {
        get: named('pets/everything', pets['/pets'].get),
        post: named('pets/buy', pets['/pets'].post),
      },
      '/pets/{petId}': {
        ...pets['/pets/{petId}'],
        get: named('pets/look', pets['/pets/{petId}'].get),
        post: named('pets/feed', responds(pet)),
      },
      '/status': { get: responds(pet) },
    });
    const file = join(folder, 'openapi.yaml');
    writeFileSync(file, JSON.stringify(document));
    expect(await lintSpec(file, document as unknown as Document)).toEqual([]);
  }, 300_000);

  it('a sandbox of a spec with inferred resources stores what it gets', async () => {
    const { fetch } = createSandbox(written(pets));
    const send = async (method: string, path: string, body?: object) => {
      const init = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const response = await fetch(`https://api.test${path}`, { method, ...init });
      const received = await response.text();
      return [response.status, received && JSON.parse(received)];
    };
    const [, { id }] = await send('POST', '/pets', { name: 'Rex' });
    expect(await send('PUT', `/pets/${id}`, { name: 'Max' })).toEqual([200, { id, name: 'Max' }]);
    expect(await send('GET', '/pets')).toEqual([200, [{ id, name: 'Max' }]]);
    expect(await send('DELETE', `/pets/${id}`)).toEqual([200, '']);
    expect((await send('GET', `/pets/${id}`))[0]).toBe(404);
  });
});

it('a sandbox of a spec without resources responds with the examples', async () => {
  const { fetch } = createSandbox(written({ '/status': { get: responds(pet), post: takes(pet, listOf(pet)) } }));
  expect(await (await fetch('https://api.test/status')).json()).toEqual({ id: 'string', name: 'string' });
  expect(await (await fetch('https://api.test/status', { method: 'POST' })).json()).toEqual([
    { id: 'string', name: 'string' },
  ]);
});

it('the example of a path names the item that the examples show', () => {
  const shown = { 'application/json': { schema: listOf(pet), example: [{ id: 'pet-7', name: 'Rex' }] } };
  const get = { responses: { 200: { description: 'Good.', content: shown } } };
  const { paths } = written({ ...pets, '/pets': { get } });
  expect(paths['/pets/{petId}'].get.parameters[0].example).toBe('pet-7');
  expect(paths['/pets/{petId}'].delete.parameters[0].example).toBe('pet-7');
});
