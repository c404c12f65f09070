import { expect, it } from 'vitest';
import { lineOf } from './changelog.ts';
import { diffDocuments } from './diff-documents.ts';
import { type Loose, sampleDocument } from './sample-document.ts';

const base = sampleDocument();
const changesOf = async (change: (document: Loose) => void) => {
  const revision = sampleDocument(change);
  return (await diffDocuments(base, revision)).map((found) => `${found.impact}: ${lineOf(found, base, revision)}`);
};
const bodyOf = (document: Loose) => document.paths['/items'].post.requestBody.content['application/json'];
const item = (document: Loose) => document.components.schemas.Item;

it.concurrent.each<[string, (document: Loose) => void, string[]]>([
  [
    'an added operation',
    (document) => {
      document.paths['/items'].put = { operationId: 'items/replace', responses: { 204: { description: 'Replaced' } } };
    },
    ['minor: `items/replace` added.'],
  ],
  [
    'an added path',
    (document) => {
      document.paths['/tags'] = { get: { operationId: 'tags/list', responses: { 204: { description: 'None' } } } };
    },
    ['minor: `tags/list` added.'],
  ],
  [
    'a removed operation',
    (document) => {
      delete document.paths['/items'].post;
    },
    ['major: `items/create`: Operation `POST /items` was removed.'],
  ],
  [
    'a required parameter that is added',
    (document) => {
      document.paths['/items'].get.parameters.push({
        name: 'q',
        in: 'query',
        required: true,
        schema: { type: 'string' },
      });
    },
    ['major: `items/list` › parameters › q: Required `q` query parameter was added.'],
  ],
  [
    'a removed enum value of a request',
    (document) => {
      document.paths['/items'].get.parameters[0].schema.enum = ['OPEN'];
    },
    ["major: `items/list` › parameters › state › enum: Enum lost values: 'DONE'."],
  ],
  [
    'a changed type',
    (document) => {
      bodyOf(document).schema.properties.content.type = 'integer';
    },
    [
      "major: `items/create` › requestBody › application/json › content › type: Type of `content` narrowed from 'string' to 'integer'.",
    ],
  ],
  [
    'a changed type of what is both sent and read, which Redocly reports twice',
    (document) => {
      item(document).properties.count.type = 'integer';
    },
    [
      "major: `Item` › count › type: Type of `count` narrowed from 'string' to 'integer'. Type of `count` widened from 'string' to 'integer'.",
    ],
  ],
  [
    'a description',
    (document) => {
      document.paths['/items'].get.summary = 'List all items';
      document.info.description = 'Items.';
    },
    ['patch: info › description changed.', 'patch: `items/list` › summary changed.'],
  ],
  [
    'a new value of an open enum, which Redocly rates as a break',
    (document) => {
      item(document).properties.state.anyOf[0].enum.push('LATE');
    },
    ["minor: `Item` › state › anyOf › 0 › enum: Enum gained values: 'LATE'."],
  ],
  [
    'a path parameter of another name, which Redocly rates as a patch',
    (document) => {
      document.paths['/items/{key}'] = document.paths['/items/{id}'];
      document.paths['/items/{key}'].get.parameters[0].name = 'key';
      delete document.paths['/items/{id}'];
    },
    [
      'major: `items/get` › key: A path parameter was renamed: `/items/{id}` became `/items/{key}`.',
      'patch: `items/get` › parameters › key › name changed.',
    ],
  ],
  [
    'a field of a request that is removed, which Redocly rates as a patch',
    (document) => {
      delete bodyOf(document).schema.properties.content;
    },
    ['major: `items/create` › requestBody › application/json › content: A field of a request was removed.'],
  ],
  [
    'a field of a response that is removed',
    (document) => {
      delete item(document).properties.count;
    },
    ['major: `Item` › count: Property `count` of `Item` was removed.'],
  ],
  [
    'a parameter that is removed, by the name that its component has',
    (document) => {
      document.paths['/items'].get.parameters.pop();
    },
    ['major: `items/list` › parameters › page: `page` query parameter was removed.'],
  ],
  [
    'an added example and evidence, which Redocly rates as features',
    (document) => {
      bodyOf(document).examples.two = { value: {} };
      document.paths['/items'].get['x-evidence'] = { level: 'unknown' };
    },
    [
      'patch: `items/list` › x-evidence added.',
      'patch: `items/create` › requestBody › application/json › examples › two added.',
    ],
  ],
  [
    'an example of another value, which Redocly ignores',
    (document) => {
      bodyOf(document).examples.one.value = { content: 'new' };
    },
    ['patch: document: Examples or the order of things changed.'],
  ],
  [
    'nothing, when only the version moves',
    (document) => {
      document.info.version = '0.2.0';
    },
    [],
  ],
])('redocly diff finds %s', async (_, change, lines) => {
  expect(await changesOf(change)).toEqual(lines);
});

it('an error says that Redocly cannot compare the documents', async () => {
  const revision = sampleDocument((document) => {
    item(document).properties.parent.$ref = '#/components/schemas/Missing';
  });
  await expect(diffDocuments(base, revision)).rejects.toThrow(/could not compare.+Can't resolve \$ref/s);
});
