import type { Document } from '@plumbline/spec-tools/document/document';
import { expect, it } from 'vitest';
import { createValueComparison } from './compare-value.ts';

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
  Open: { type: 'object', properties: { id: { type: 'string' } }, additionalProperties: true },
  Closed: { type: 'object', additionalProperties: false },
  ByKey: { type: 'object', additionalProperties: { type: 'object', properties: { size: { type: 'integer' } } } },
  Tree: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } } },
  'odd/name~': { type: 'object', properties: { 'a/b': { type: 'string' } } },
};

function compare(name: keyof typeof schemas, value: unknown) {
  const document = { paths: {}, components: { schemas } } as unknown as Document;
  const at = `/components/schemas/${name.replace('~', '~0').replace('/', '~1')}`;
  return createValueComparison(document, JSON.stringify)(at, value);
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
  ['Time', '2024-01-01T00:00:00Z'],
  ['Small', 9],
  ['Free', { mary: 1, 'mary@example.com': {} }],
  ['Open', { id: 'a', color: 1 }],
  ['ByKey', { 'mary@example.com': { size: 1 } }],
  ['Tree', { children: [{ children: [{}] }] }],
])('the schema %s accepts %j', (name, value) => {
  expect(compare(name, value)).toEqual([]);
});

it.each<[keyof typeof schemas, unknown, boolean, string, string, string]>([
  ['Composed', { id: 'a', color: 1 }, false, '', 'Base/properties', 'new field "color": integer'],
  ['Composed', { id: 1 }, true, '/id', 'Base/properties/id', 'string became integer'],
  ['Closed', { id: null }, false, '', 'Closed/properties', 'new field "id": null'],
  ['Reason', 7, true, '', 'Reason/anyOf', 'string or object became integer'],
  ['Reason', { code: 1, hint: '' }, false, '', 'Reason/anyOf/1/properties', 'new field "hint": string'],
  ['Reason', {}, true, '', 'Reason/anyOf/1/required', 'the required field "code" is missing'],
  ['Shape', { triangle: 1 }, true, '', 'Shape/anyOf', 'the object matches none of the schemas of anyOf'],
  ['Color', 'blue', false, '', 'Color/anyOf/0/enum', 'new value "blue" of an open enum'],
  ['Color', 3, true, '', 'Color/anyOf', 'string or null became integer'],
  ['Level', 'middle', true, '', 'Level/enum', 'new value "middle" of a closed enum'],
  ['Level', 5, true, '', 'Level', 'string became integer'],
  ['Kind', 'square', true, '', 'Kind/const', 'new value "square" of a closed enum'],
  ['Time', 'yesterday', true, '', 'Time/format', 'the value breaks `format: date-time`'],
  ['Small', 10, true, '', 'Small/maximum', 'the value breaks `maximum: 9`'],
  [
    'ByKey',
    { mary: { weight: 1 } },
    false,
    '/{key}',
    'ByKey/additionalProperties/properties',
    'new field "weight": integer',
  ],
  [
    'Tree',
    { children: [{ children: [{ leaf: 1.5 }] }] },
    false,
    '/children/*/children/*',
    'Tree/properties',
    'new field "leaf": number',
  ],
  ['odd/name~', { 'a/b': [] }, true, '/a~1b', 'odd~1name~0/properties/a~1b', 'string became array'],
])('the schema %s and the value %j differ', (name, value, ...expected) => {
  const found = compare(name, value).map(({ breaking, pointer, at, message }) => [
    breaking,
    pointer,
    at.replace('/components/schemas/', ''),
    message,
  ]);
  expect(found).toEqual([expected]);
});
