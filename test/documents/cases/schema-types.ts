import type { DocumentCase } from '../document-case.ts';
import { typesCase } from './types-case.ts';

export const schemaTypeCases: readonly DocumentCase[] = [
  typesCase(
    'types-of-several',
    `
    Out:
      type: object
      required: [a, b, c, n]
      properties:
        a: { type: [string, integer] }
        b: { const: x }
        c: { enum: [1, two, null] }
        n: { type: [string, integer, 'null'], format: int64 }
    In:
      type: object
      required: [a, b, c]
      properties:
        a: { type: [string, integer] }
        b: { const: x }
        c: { enum: [1, two, null] }
`,
    `
same<api.Out['a'], string | number>(true);
same<api.Out['b'], 'x'>(true);
export const read = (c: api.Out['c']): 1 | 'two' | (string & {}) | (number & {}) | null => c;
same<api.Out['n'], string | number | null>(true);
same<api.In['a'], string | number>(true);
same<api.In['b'], 'x'>(true);
same<api.In['c'], 1 | 'two' | null>(true);
`,
  ),
  typesCase(
    'types-tuples',
    `
    Out:
      type: object
      required: [pair, rest, nested]
      properties:
        pair: { type: array, prefixItems: [{ type: string }, { type: number }], items: false }
        rest: { type: array, prefixItems: [{ type: string }], items: { type: boolean } }
        nested: { type: array, items: { prefixItems: [{ type: number }, { type: number }] } }
    In:
      type: object
      required: [pair]
      properties:
        pair: { type: array, prefixItems: [{ type: string }, { type: number }], items: false }
`,
    `
same<api.Out['pair'], [string, number]>(true);
same<api.Out['rest'], [string, ...boolean[]]>(true);
same<api.Out['nested'], [number, number][]>(true);
same<api.In['pair'], [string, number]>(true);
`,
  ),
  typesCase(
    'types-maps',
    `
    Out:
      type: object
      required: [free, typed, mixed, patterns, any]
      properties:
        free: { type: object }
        typed: { type: object, additionalProperties: { type: integer } }
        mixed: { type: object, required: [name], properties: { name: { type: string } }, additionalProperties: { type: number } }
        patterns: { type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: false }
        any: { type: object, properties: { a: { type: string } }, additionalProperties: true }
    In:
      type: object
      required: [mixed, closed]
      properties:
        mixed: { type: object, required: [name], properties: { name: { type: string }, note: { type: string } }, additionalProperties: { type: number } }
        closed: { type: object, properties: { a: { type: string } }, additionalProperties: false }
        patterns: { type: object, properties: { a: { type: boolean } }, patternProperties: { '^x-': { type: string } } }
`,
    `
same<api.Out['free'], { [key: string]: unknown }>(true);
same<api.Out['typed'], { [key: string]: number }>(true);
same<api.Out['mixed']['name'], string>(true);
export const other = (out: api.Out): number | undefined => out.mixed['other'];
same<api.Out['patterns'], { [key: string]: string }>(true);
same<api.Out['any']['a'], string | undefined>(true);
export const sent: api.In = { mixed: { name: 'a', size: 1, note: 'n' }, closed: { a: '' }, patterns: { a: true, 'x-a': 'b' } };
// @ts-expect-error another property is a number
export const bad: api.In = { mixed: { name: 'a', size: true }, closed: {} };
// @ts-expect-error it has no other properties
export const more: api.In = { mixed: { name: 'a' }, closed: { b: '' } };
`,
  ),
  typesCase(
    'types-left-open',
    `
    Out:
      type: object
      required: [a, b, c, d, e, f]
      properties:
        a: { type: string, not: { const: x } }
        b: { type: object, required: [u], properties: { u: { type: string } }, if: { required: [u] }, then: { required: [v] } }
        c: { type: object, properties: { u: { type: string } }, dependentSchemas: { u: { required: [v] } } }
        d: true
        e: {}
        f: { type: array }
        g: false
`,
    `
same<api.Out['a'], string>(true);
same<api.Out['b'], { u: string }>(true);
same<api.Out['c'], { u?: string | undefined }>(true);
same<api.Out['d'], unknown>(true);
same<api.Out['e'], unknown>(true);
same<api.Out['f'], unknown[]>(true);
`,
    { leftOpen: ['`not`', '`if`', '`then`', '`dependentSchemas`'] },
  ),
  typesCase(
    'types-nullable',
    `
    Out:
      type: object
      required: [a, b, c, d, e, f]
      properties:
        a: { type: string, nullable: true }
        b: { nullable: true, allOf: [{ $ref: '#/components/schemas/Cat' }] }
        c: { $ref: '#/components/schemas/Cat', nullable: true }
        d: { type: string, nullable: true, enum: [x, y] }
        e: { type: array, nullable: true, items: { type: string, nullable: true } }
        f: { nullable: true, oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }] }
    In:
      type: object
      required: [b, d]
      properties:
        b: { nullable: true, allOf: [{ $ref: '#/components/schemas/Cat' }] }
        d: { type: string, nullable: true, enum: [x, y] }
    Cat: { type: object, required: [lives], properties: { lives: { type: integer } } }
`,
    `
same<api.Out['a'], string | null>(true);
same<api.Out['b'], api.Cat | null>(true);
same<api.Out['c'], api.Cat | null>(true);
export const d: api.Out['d'][] = ['x', 'new', null];
same<api.Out['e'], (string | null)[] | null>(true);
same<api.Out['f'], api.Cat | string | null>(true);
export const sent: api.In = { b: null, d: null };
// @ts-expect-error the enum does not have it
export const bad: api.In = { b: { lives: 9 }, d: 'z' };
`,
    { version: '3.0.3' },
  ),
  typesCase(
    'types-formats',
    `
    Out:
      type: object
      required: [big, text, both, bytes, when]
      properties:
        big: { type: integer, format: int64 }
        text: { type: string, format: int64 }
        both: { oneOf: [{ type: integer, format: int64 }, { type: string, format: int64 }] }
        bytes: { type: string, format: byte }
        when: { type: string, format: date-time }
`,
    `
same<api.Out['big'], number>(true);
same<api.Out['text'], string>(true);
same<api.Out['both'], number | string>(true);
same<api.Out['bytes'], string>(true);
same<api.Out['when'], string>(true);
`,
    { version: '3.0.3' },
  ),
  typesCase(
    'types-lists-of-enums',
    `
    Out:
      type: object
      required: [list, numbers, one]
      properties:
        list: { type: array, items: { type: string, enum: [x, y] } }
        numbers: { type: array, items: { type: integer, enum: [1, 2] } }
        one: { $ref: '#/components/schemas/Level' }
    Level: { type: integer, enum: [1, 2, 3] }
    In: { type: object, required: [list, one], properties: { list: { type: array, items: { type: string, enum: [x, y] } }, one: { $ref: '#/components/schemas/Level' } } }
`,
    `
same<api.Out['list'], ('x' | 'y' | (string & {}))[]>(true);
same<api.Out['numbers'], (1 | 2 | (number & {}))[]>(true);
same<api.Out['one'], 1 | 2 | 3 | (number & {})>(true);
same<api.In['list'], ('x' | 'y')[]>(true);
same<api.In['one'], 1 | 2 | 3>(true);
`,
  ),
];
