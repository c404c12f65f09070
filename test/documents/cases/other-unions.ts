import type { DocumentCase } from '../document-case.ts';
import { typesCase } from './types-case.ts';

export const otherUnionCases: readonly DocumentCase[] = [
  typesCase(
    'unions-beside-properties',
    `
    Out:
      type: object
      required: [id]
      properties: { id: { type: string } }
      oneOf:
        - { type: object, required: [a], properties: { a: { type: string } } }
        - { type: object, required: [b], properties: { b: { type: number } } }
    In:
      type: object
      properties: { id: { type: string }, email: { type: string } }
      anyOf: [{ required: [id] }, { required: [email] }]
`,
    `
export const read = (out: api.Out): [string, unknown] => [out.id, 'a' in out ? out.a : out.b];
export const sent: api.In[] = [{ id: '1' }, { email: 'a@b.test' }, { id: '1', email: 'a@b.test' }];
// @ts-expect-error one of both is required
export const none: api.In = {};
`,
  ),
  typesCase(
    'unions-of-parts',
    `
    Out:
      allOf:
        - { type: object, required: [id], properties: { id: { type: string } } }
        - { oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: number } } }] }
        - { oneOf: [{ type: object, required: [c], properties: { c: { type: string } } }, { type: object, required: [d], properties: { d: { type: number } } }] }
`,
    `
export const read = (out: api.Out): unknown[] => [out.id, 'a' in out ? out.a : out.b, 'c' in out ? out.c : out.d];
`,
  ),
  typesCase(
    'unions-of-scalars',
    `
    Out:
      type: object
      required: [a, b, c]
      properties:
        a: { oneOf: [{ type: string }, { type: integer }, { type: 'null' }] }
        b: { anyOf: [{ type: array, items: { type: string } }, { type: string }] }
        c: { type: string, anyOf: [{ enum: [x, y] }, { maxLength: 3 }] }
        ok: { oneOf: [{ type: object, required: [ok], properties: { ok: { const: true }, v: { type: string } } }, { type: object, required: [ok], properties: { ok: { const: false }, e: { type: string } } }] }
`,
    `
same<api.Out['a'], string | number | null>(true);
same<api.Out['b'], string[] | string>(true);
same<api.Out['c'], 'x' | 'y' | (string & {})>(true);
export const read = ({ ok }: api.Out): unknown => (ok?.ok === true ? ok.v : ok?.e);
`,
  ),
  typesCase(
    'unions-of-constants',
    `
    Out: { type: object, required: [level, at], properties: { level: { $ref: '#/components/schemas/Level' }, at: { type: array, items: { oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }] } } } }
    In: { type: object, required: [level], properties: { level: { $ref: '#/components/schemas/Level' } } }
    Level: { type: integer, oneOf: [{ title: Low, const: 1 }, { title: High, const: 2 }] }
    One: { type: object, required: [type, a], properties: { type: { type: integer, enum: [1], allOf: [{ $ref: '#/components/schemas/Level' }] }, a: { type: string } } }
    Two: { type: object, required: [type, b], properties: { type: { type: integer, enum: [2], allOf: [{ $ref: '#/components/schemas/Level' }] }, b: { type: boolean } } }
`,
    `
same<api.Out['level'], 1 | 2 | (number & {})>(true);
same<api.In['level'], 1 | 2>(true);
export const read = ({ at }: api.Out): unknown[] => at.map((one) => (one.type === 1 ? one.a : one.b));
`,
  ),
  typesCase(
    'unions-that-go-round',
    `
    Out: { type: object, required: [a, b, c, d], properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' }, c: { $ref: '#/components/schemas/C1' }, d: { $ref: '#/components/schemas/D' } } }
    A: { allOf: [{ $ref: '#/components/schemas/B' }] }
    B: { oneOf: [{ $ref: '#/components/schemas/A' }, { type: string }] }
    C1: { $ref: '#/components/schemas/C2' }
    C2: { $ref: '#/components/schemas/C3' }
    C3: { $ref: '#/components/schemas/C1' }
    D: { allOf: [{ $ref: '#/components/schemas/D' }, { type: object, required: [d], properties: { d: { type: string } } }] }
`,
    `
same<api.Out['a'], string>(true);
same<api.Out['b'], string>(true);
same<api.Out['c'], unknown>(true);
same<api.Out['d']['d'], string>(true);
`,
    { leftOpen: ['only themselves', 'extend themselves'] },
  ),
];
