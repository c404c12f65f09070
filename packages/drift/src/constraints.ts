import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { ValueDifference } from './value-difference.ts';

const keywords = [
  ...['format', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
];

const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
formats.default(ajv);
const validators = new WeakMap<object, ValidateFunction>();

/** Validates a value by the keywords of a schema that constrain it: formats, lengths, limits. */
export function brokenConstraints(schema: object, at: string, value: unknown, pointer: string): ValueDifference[] {
  const validate = validators.get(schema) ?? ajv.compile(pickConstraints(schema));
  validators.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ keyword }) => {
    const constraint = `${keyword}: ${(schema as Readonly<Record<string, unknown>>)[keyword]}`;
    const message = `the value breaks \`${constraint}\``;
    return { kind: 'broken constraint', breaking: true, pointer, at: `${at}/${keyword}`, message, change: 'Relax it.' };
  });
}

function pickConstraints(schema: object): object {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}
