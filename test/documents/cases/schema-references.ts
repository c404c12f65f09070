import type { DocumentCase } from '../document-case.ts';
import { typesCase } from './types-case.ts';

export const schemaReferenceCases: readonly DocumentCase[] = [
  typesCase(
    'types-all-of',
    `
    Out:
      allOf:
        - type: object
          properties: { m: { type: object, required: [x], properties: { x: { type: string } } }, kind: { type: string, enum: [a, b] } }
        - required: [m, kind]
          properties: { m: { type: object, required: [y], properties: { y: { type: number } } }, kind: { type: string, enum: [b, c] } }
        - { $ref: '#/components/schemas/Base' }
    In: { allOf: [{ $ref: '#/components/schemas/Out' }, { type: object, required: [more], properties: { more: { type: boolean } } }] }
    Base: { type: object, required: [id], properties: { id: { type: string }, size: { type: [integer, string] } } }
`,
    `
same<api.Out['m'], { x: string; y: number }>(true);
export const kind: api.Out['kind'] = 'b';
export const other: api.Out['kind'] = 'new';
same<api.Out['id'], string>(true);
same<api.Out['size'], number | string | undefined>(true);
same<api.In['kind'], 'b'>(true);
same<api.In['more'], boolean>(true);
// @ts-expect-error \`more\` is missing
export const bad: api.In = { m: { x: '', y: 1 }, kind: 'b', id: '' };
`,
  ),
  typesCase(
    'types-recursion',
    `
    Out:
      type: object
      required: [tree, one, json, dir, map, loop, value]
      properties:
        tree: { $ref: '#/components/schemas/Tree' }
        one: { $ref: '#/components/schemas/One' }
        json: { $ref: '#/components/schemas/Json' }
        dir: { $ref: '#/components/schemas/Dir' }
        map: { $ref: '#/components/schemas/Map' }
        loop: { $ref: '#/components/schemas/Loop' }
        value: { $ref: '#/components/schemas/Value' }
    In: { $ref: '#/components/schemas/Tree' }
    Tree: { type: object, required: [kids], properties: { name: { type: string }, kids: { type: array, items: { $ref: '#/components/schemas/Tree' } } } }
    One: { type: object, properties: { two: { $ref: '#/components/schemas/Two' } } }
    Two: { type: object, properties: { one: { $ref: '#/components/schemas/One' } } }
    Json:
      oneOf:
        - { type: string }
        - { type: array, items: { $ref: '#/components/schemas/Json' } }
        - { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }
    Entry: { type: object, required: [name], properties: { name: { type: string }, parent: { $ref: '#/components/schemas/Dir' } } }
    Dir: { allOf: [{ $ref: '#/components/schemas/Entry' }, { type: object, properties: { all: { type: array, items: { $ref: '#/components/schemas/Entry' } } } }] }
    Map: { type: object, additionalProperties: { $ref: '#/components/schemas/Map' } }
    Loop: { $ref: '#/components/schemas/Loop' }
    Value: { anyOf: [{ $ref: '#/components/schemas/Value' }, { type: string }, { $ref: '#/components/schemas/Other' }] }
    Other: { anyOf: [{ $ref: '#/components/schemas/Value' }, { type: number }] }
`,
    `
same<api.Out['tree']['kids'][number]['kids'][number]['name'], string | undefined>(true);
export const two = (out: api.Out): api.One | undefined => out.one.two?.one?.two?.one;
export const json: api.Out['json'] = { a: ['b', { c: 'd' }] };
// @ts-expect-error a number is none of the variants
export const noJson: api.Out['json'] = { a: [1] };
same<NonNullable<NonNullable<api.Out['dir']['parent']>['parent']>['name'], string>(true);
export const map: api.Out['map'] = { a: { b: {} } };
same<api.Out['loop'], unknown>(true);
same<api.Out['value'], string | number>(true);
`,
    { leftOpen: ['only themselves'] },
  ),
  typesCase(
    'types-merged-with-itself',
    `
    Out: { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
    A: { type: object, required: [m, a], properties: { a: { type: string }, m: { $ref: '#/components/schemas/A' } } }
    B: { type: object, required: [m, b], properties: { b: { type: number }, m: { $ref: '#/components/schemas/B' } } }
`,
    `
export const deep = ({ m }: api.Out): (string | number | undefined)[] => [m?.m?.m?.a, m?.m?.m?.b];
same<NonNullable<NonNullable<api.Out['m']>['m']>['a'], string>(true);
`,
    { leftOpen: ['must contain themselves'] },
  ),
  typesCase(
    'types-references',
    `
    Out:
      type: object
      required: [def, anchor, inner, beside]
      properties:
        def: { $ref: '#/components/schemas/Holder/$defs/Kept' }
        anchor: { $ref: '#kept' }
        inner: { $ref: '#/components/schemas/Holder/properties/deep' }
        beside: { $ref: '#/components/schemas/Cat', required: [lives], properties: { name: { type: string } } }
    Holder:
      type: object
      $defs: { Kept: { $anchor: kept, type: object, required: [k], properties: { k: { type: string }, again: { $ref: '#kept' } } } }
      properties: { deep: { type: object, properties: { up: { $ref: '#/components/schemas/Holder/properties/deep' } } } }
    Cat: { type: object, properties: { lives: { type: integer } } }
`,
    `
same<api.Out['def']['k'], string>(true);
same<NonNullable<api.Out['anchor']['again']>['k'], string>(true);
export const up = (out: api.Out): unknown => out.inner.up?.up?.up;
same<api.Out['beside']['lives'], number>(true);
same<api.Out['beside']['name'], string | undefined>(true);
`,
  ),
  typesCase(
    'types-names',
    `
    Out:
      type: object
      required: [$schema, "it's", '👍', nothing, 'a-b', constructor]
      properties:
        $schema: { type: string }
        $id: { type: string }
        __proto__: { type: number }
        "it's": { type: string, description: 'Ends */ here.' }
        '👍': { type: boolean }
        'a-b': { type: string, deprecated: true, title: A and b }
        constructor: { type: string }
        old: { $ref: '#/components/schemas/account_v2.owner' }
        error: { $ref: '#/components/schemas/Error' }
        list: { $ref: '#/components/schemas/Array' }
        record: { $ref: '#/components/schemas/Record' }
        promise: { $ref: '#/components/schemas/Promise' }
        lower: { $ref: '#/components/schemas/pet' }
        upper: { $ref: '#/components/schemas/Pet' }
        unlisted: { $ref: '#/components/schemas/Unlisted' }
    In: { type: object, required: [$schema], properties: { $schema: { type: string }, $ref: { type: string } } }
    account_v2.owner: { type: object, properties: { o: { type: string } } }
    Error: { type: object, properties: { e: { type: string } } }
    Array: { type: array, items: { $ref: '#/components/schemas/Error' } }
    Record: { type: object, properties: { r: { type: string } } }
    Promise: { type: object, properties: { p: { type: string } } }
    pet: { type: object, properties: { small: { type: string } } }
    Pet: { type: object, properties: { big: { type: string } } }
    Unlisted: { type: object, properties: { u: { type: string } } }
`,
    `
same<api.Out['$schema'], string>(true);
same<api.Out["it's"], string>(true);
same<api.Out['__proto__'], number | undefined>(true);
same<api.Out['👍'], boolean>(true);
same<api.Out['nothing'], unknown>(true);
same<api.Out['a-b'], string>(true);
same<NonNullable<api.Out['old']>['o'], string | undefined>(true);
same<NonNullable<NonNullable<api.Out['list']>[number]['e']>, string>(true);
same<NonNullable<api.Out['lower']>['small'], string | undefined>(true);
same<NonNullable<api.Out['upper']>['big'], string | undefined>(true);
same<NonNullable<api.Out['unlisted']>['u'], string | undefined>(true);
same<api.In['$schema'], string>(true);
`,
    { leftOpen: ['not described'] },
  ),
  typesCase(
    'types-scripts',
    `
    Out: { type: object, properties: { a: { $ref: '#/components/schemas/利用者' }, b: { $ref: '#/components/schemas/Größe' }, c: { $ref: '#/components/schemas/обзор' } } }
    利用者: { type: object, properties: { 名前: { type: string } } }
    Größe: { type: object, properties: { cm: { type: number } } }
    обзор: { type: object, properties: { д: { type: number } } }
`,
    `
same<NonNullable<api.Out['a']>['名前'], string | undefined>(true);
same<api.利用者['名前'], string | undefined>(true);
same<api.Größe['cm'], number | undefined>(true);
same<api.Обзор['д'], number | undefined>(true);
`,
  ),
  typesCase(
    'types-read-write',
    `
    Out: { $ref: '#/components/schemas/User' }
    In: { $ref: '#/components/schemas/User' }
    Id: { type: string, readOnly: true }
    User:
      type: object
      required: [id, ref, name, secret]
      properties:
        id: { type: string, readOnly: true }
        ref: { $ref: '#/components/schemas/Id' }
        name: { type: string }
        secret: { type: string, writeOnly: true }
`,
    `
same<keyof api.ThingsRunResponse, 'id' | 'ref' | 'name'>(true);
same<keyof api.ThingsRunParams, 'name' | 'secret'>(true);
`,
  ),
];
