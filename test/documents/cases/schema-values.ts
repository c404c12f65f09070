import type { DocumentCase } from '../document-case.ts';
import { typesCase } from './types-case.ts';

/** Constants, and values that are written in another type than their schema has. */
export const schemaValueCases: readonly DocumentCase[] = [
  typesCase(
    'values-constant',
    `
    Out:
      type: object
      required: [no, zero, empty, none, taken]
      properties:
        no: { const: false }
        zero: { const: 0 }
        empty: { const: '' }
        none: { const: null }
        taken: { $ref: '#/components/schemas/UnknownFailure' }
    In: { type: object, required: [no, zero, empty], properties: { no: { const: false }, zero: { const: 0 }, empty: { const: '' }, none: { const: null } } }
    UnknownFailure: { type: object, required: [why], properties: { why: { type: string } } }
`,
    `
same<api.Out['no'], false>(true);
same<api.Out['zero'], 0>(true);
same<api.Out['empty'], ''>(true);
same<api.Out['none'], null>(true);
same<api.Out['taken']['why'], string>(true);
same<api.In['no'], false>(true);
same<api.In['zero'], 0>(true);
same<api.In['empty'], ''>(true);
same<api.In['none'], null | undefined>(true);
`,
  ),
  typesCase(
    'values-converted',
    `
    Out: { type: object, required: [code], properties: { code: { type: string, enum: [100, 200] } } }
    In: { type: object, required: [code, level], properties: { code: { type: string, enum: [100, 2.5, true] }, level: { type: integer, enum: ['1', '2'] } } }
`,
    `
same<api.Out['code'], '100' | '200' | (string & {})>(true);
same<api.In['code'], '100' | '2.5' | 'true'>(true);
same<api.In['level'], 1 | 2>(true);
`,
    { leftOpen: ['another type than their schema'] },
  ),
  typesCase(
    'values-counted-variants',
    `
    Out:
      oneOf: [{ $ref: '#/components/schemas/First' }, { $ref: '#/components/schemas/Second' }]
      discriminator: { propertyName: version, mapping: { '1': '#/components/schemas/First', '2': '#/components/schemas/Second' } }
    In: { $ref: '#/components/schemas/Out' }
    First: { type: object, required: [version, a], properties: { version: { type: integer }, a: { type: string } } }
    Second: { type: object, required: [version, b], properties: { version: { type: integer }, b: { type: boolean } } }
`,
    `
export const read = (out: api.Out): string | boolean => (out.version === 1 ? out.a : out.b);
export const sent: api.ThingsRunParams = { body: { version: 2, b: true } };
// @ts-expect-error the first has no \`b\`
export const bad: api.ThingsRunParams = { body: { version: 1, b: true } };
`,
  ),
];
