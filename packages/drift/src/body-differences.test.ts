import type { Document } from '@plumbline/spec-tools/document/document';
import { expect, it } from 'vitest';
import { createBodyJudge } from './body-differences.ts';

const schemas = {
  Base: { type: 'object', properties: { id: { type: 'string' } } },
  Composed: {
    allOf: [{ $ref: '#/components/schemas/Base' }, { type: 'object', properties: { size: { type: 'integer' } } }],
  },
  Reason: {
    anyOf: [{ type: 'string' }, { type: 'object', required: ['code'], properties: { code: { type: 'integer' } } }],
  },
  Shape: {
    anyOf: [
      { type: 'object', required: ['circle'], properties: { circle: { type: 'integer' } } },
      { type: 'object', required: ['square'], properties: { square: { type: 'integer' } } },
    ],
  },
  Color: { anyOf: [{ type: 'string', enum: ['red'] }, { type: 'string' }, { type: 'null' }] },
  Level: { type: 'string', enum: ['low', 'high'] },
  Kind: { const: 'circle' },
  Time: { type: 'string', format: 'date-time' },
  Small: { type: 'integer', maximum: 9 },
  Free: { type: 'object', additionalProperties: true },
  Partly: { type: 'object', properties: { id: { type: 'string' } }, additionalProperties: true },
  ByKey: { type: 'object', additionalProperties: { type: 'object', properties: { size: { type: 'integer' } } } },
  Tree: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } },
  'odd/name~': { type: 'object', properties: { 'a/b': { type: 'string' } } },
};

/** What differs when an answer of this schema has this body: kind, pointer, place in the schemas, name. */
function differences(name: keyof typeof schemas, body: unknown) {
  const content = {
    'application/json': { schema: { $ref: `#/components/schemas/${name.replace('~', '~0').replace('/', '~1')}` } },
  };
  const operation = { operationId: 'things/get', responses: { 200: { content } } };
  const document = { paths: { '/things': { get: operation } }, components: { schemas } } as unknown as Document;
  const pointer = '/paths/~1things/get/responses/200/content/application~1json/schema';
  return createBodyJudge(document)
    .compare(pointer, body)
    .map(({ kind, pointer, at, name }) => [kind, pointer, at.replace('/components/schemas/', ''), name]);
}

it.each<[keyof typeof schemas, unknown]>([
  ['Composed', { id: 'a', size: 1 }],
  ['Reason', 'no'],
  ['Reason', { code: 1 }],
  ['Shape', { square: 1 }],
  ['Color', 'red'],
  ['Color', null],
  ['Level', 'low'],
  ['Kind', 'circle'],
  ['Free', { mary: 1, 'mary@example.com': {} }],
  ['ByKey', { 'mary@example.com': { size: 1 } }],
  ['Tree', { children: [{ children: [{}] }] }],
])('finds nothing in %s of %j', (name, body) => {
  expect(differences(name, body)).toEqual([]);
});

it.each<[keyof typeof schemas, unknown, ...unknown[][]]>([
  ['Composed', { id: 'a', color: 1 }, ['new field', '', 'Composed', 'color']],
  ['Base', { dorothea: { age: 1 }, bertram: { age: 2 } }, ...[1, 2].map(() => ['new field', '', 'Base', undefined])],
  ['Composed', { id: 1 }, ['changed type', '/id', 'Base/properties/id', undefined]],
  ['Reason', 7, ['changed type', '', 'Reason', undefined]],
  ['Reason', { code: 1, hint: '' }, ['new field', '', 'Reason/anyOf/1', 'hint']],
  ['Reason', {}, ['missing field', '', 'Reason/anyOf/1', 'code']],
  ['Shape', { triangle: 1 }, ['changed form', '', 'Shape/anyOf', undefined]],
  ['Color', 'blue', ['new enum value', '', 'Color/anyOf/0/enum', 'blue']],
  ['Color', 3, ['changed type', '', 'Color', undefined]],
  ['Level', 'middle', ['new enum value', '', 'Level/enum', 'middle']],
  ['Level', 5, ['changed type', '', 'Level', undefined]],
  ['Kind', 'square', ['new enum value', '', 'Kind/const', 'square']],
  ['Time', 'yesterday', ['changed format', '', 'Time', undefined]],
  ['Small', 10, ['changed constraint', '', 'Small', 'maximum']],
  ['Partly', { id: 'a', color: 1 }, ['undescribed field', '', 'Partly', 'color']],
  ['ByKey', { 'mary@example.com': { weight: 1 } }, ['new field', '/{key}', 'ByKey/additionalProperties', 'weight']],
  ['Tree', { children: [{ children: [{ leaf: 1 }] }] }, ['new field', '/children/*/children/*', 'Tree', 'leaf']],
  ['odd/name~', { 'a/b': 1 }, ['changed type', '/a~1b', 'odd~1name~0/properties/a~1b', undefined]],
])('finds what differs in %s of %j', (name, body, ...expected) => {
  expect(differences(name, body)).toEqual(expected);
});

it('says whether the value of an enum that is new may come by the spec', () => {
  const content = { 'application/json': { schema: schemas.Level } };
  const operation = { operationId: 'levels/get', responses: { 200: { content } } };
  const document = { paths: { '/levels': { get: operation } } } as unknown as Document;
  const judge = createBodyJudge(document);
  const pointer = '/paths/~1levels/get/responses/200/content/application~1json/schema';
  expect(judge.compare(pointer, 'middle')).toMatchObject([{ open: false }]);
  expect(judge.visits(pointer)).toBe(1);
});
