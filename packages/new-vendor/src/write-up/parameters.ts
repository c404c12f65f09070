import type { Parameter } from '@plumbline/spec-tools/document/document';
import { isMethodParameter } from '@plumbline/spec-tools/generate/method-parameters';
import { type Notes, noteOpen, UnsupportedOperation } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { examplesOf } from './examples.ts';
import type { SchemaWriter } from './schema-writer.ts';

const forbiddenHeaders = /^(accept|content-type|authorization)$/i;
const listStyles = ['form', 'spaceDelimited', 'pipeDelimited'];
const scalars = ['string', 'integer', 'number', 'boolean'];

/** Writes the parameters of an operation. Leaves out an unsupported optional one; an unsupported required one leaves out the operation. */
export function writeParameters(
  source: Source,
  given: readonly Node[],
  path: string,
  { schemas, notes }: { schemas: SchemaWriter; notes: Notes },
): Node[] {
  const byName = new Map<string, Node>();
  for (const node of given) {
    const parameter = follow(source, node);
    byName.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  const written = [...byName.values()].flatMap((parameter) => {
    if (parameter.in === 'header' && forbiddenHeaders.test(parameter.name)) return [];
    const one = writeParameter(source, parameter, schemas);
    if (typeof one !== 'string') return [one];
    if (parameter.required || parameter.in === 'path')
      throw new UnsupportedOperation(`The parameter \`${parameter.name}\` ${one}.`);
    noteOpen(notes, `optional parameters left out: one ${one}`);
    return [];
  });
  for (const [, name = ''] of path.matchAll(/\{([^}]*)\}/g)) {
    if (!written.some((one) => one.in === 'path' && one.name === name)) {
      throw new UnsupportedOperation(`Its path has {${name}} without a parameter of that name.`);
    }
  }
  const names = written.filter((one) => isMethodParameter(one as Parameter)).map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new UnsupportedOperation(`Two parameters are called \`${twice}\`, and a method takes them by name.`);
  return written.filter((one) => one.in !== 'path' || path.includes(`{${one.name}}`));
}

function writeParameter(source: Source, parameter: Node, schemas: SchemaWriter): Node | string {
  const { name, in: place, description, deprecated } = parameter;
  if (place === 'cookie') return 'is a cookie';
  if (!parameter.schema) return 'has its value in a media type';
  const schema = flat(schemas.write(parameter.schema, 'request'), schemas.components);
  const type = String(schema.type);
  const isIdempotency = place === 'header' && /^idempotency-key$/i.test(name);
  if (place === 'header' && parameter.required && schema.enum?.length === 1) {
    schema.const = schema.enum[0];
    delete schema.enum;
  }
  if (type === 'array' || type === 'object') {
    if (place !== 'query') return `is a list or an object in a ${place}`;
    const style = wayOf(parameter).split(' ')[0] ?? '';
    if (type === 'array' && !listStyles.includes(style)) return `is a list of the style ${style}`;
    const inner: Node[] = type === 'array' ? [schema.items ?? {}] : Object.values(schema.properties ?? {});
    const flats = inner.map((one) => flat(one, schemas.components));
    if (inner.length === 0 || !flats.every((one) => scalars.includes(one.type)))
      return 'is a list or an object of others';
    if (type === 'array') schema.items = flats[0];
    else {
      if (wayOf(parameter) !== 'deepObject true') return 'is an object whose properties are separate query parameters';
      schema.properties = Object.fromEntries(Object.keys(schema.properties).map((key, at) => [key, flats[at]]));
    }
  } else if (!scalars.includes(type)) return 'is neither a string, a number, a boolean, nor a list of them';
  if (schema.maxLength > 1000) delete schema.maxLength;
  // Servers treat an empty value as missing.
  if (place === 'path' || parameter.required) demandText(type === 'array' ? schema.items : schema);
  const example = exampleOf(source, parameter, schema);
  const [style, explode] = [wayOf(parameter).split(' ')[0], wayOf(parameter).endsWith('true')];
  return {
    name,
    in: place,
    ...((place === 'path' || schema.const !== undefined || (parameter.required && !isIdempotency)) && {
      required: true,
    }),
    description: textOf(description) ?? textOf(schema.description) ?? 'The document does not describe it.',
    ...(deprecated === true && { deprecated }),
    ...(['array', 'object'].includes(type) && { style, explode }),
    schema,
    example: schema.const ?? example,
  };
}

function demandText(schema: Node): void {
  if (schema.type === 'string' && !schema.enum && !schema.format && schema.const === undefined) schema.minLength ??= 1;
}

/** The schema of a parameter without references and without null. */
function flat(schema: Node, components: Readonly<Record<string, Node>>): Node {
  const { $ref, 'x-evidence': _, ...own } = schema;
  if ($ref) return flat({ ...components[$ref.split('/').at(-1)], ...own }, components);
  const variants: Node[] = (own.anyOf ?? []).filter((one: Node) => one.type !== 'null');
  if (variants.length === 1) return flat({ ...own, anyOf: undefined, ...variants[0] }, components);
  const type = Array.isArray(own.type) ? own.type.find((name: string) => name !== 'null') : own.type;
  return Object.fromEntries(Object.entries({ ...own, type }).filter(([, value]) => value !== undefined));
}

function wayOf({ style = 'form', explode = style === 'form' }: Node): string {
  return style === 'deepObject' ? 'deepObject true' : `${style} ${explode}`;
}

/** The example of the document when the schema accepts it, or else a generated one. */
function exampleOf(source: Source, { example, examples, schema: given }: Node, schema: Node): unknown {
  const [named] = Object.values(Object(examples)).map((one) => follow(source, one as Node).value);
  const own = Object(follow(source, given));
  const [made] = examplesOf(schema, {});
  const found = [example, named, own.example, own.examples?.[0], own.default].find((one) => takes(schema, one));
  return found ?? made;
}

/** Whether the schema of a parameter surely accepts a value. */
function takes(
  { type, enum: values, format, minimum, maximum, minLength = 1, maxLength }: Node,
  value: unknown,
): boolean {
  if (values) return values.includes(value);
  if (format && format !== 'uri') return false;
  if (type === 'integer')
    return Number.isInteger(value) && !((value as number) < minimum || (value as number) > maximum);
  if (type === 'number') return typeof value === 'number' && !(value < minimum || value > maximum);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type !== 'string' || typeof value !== 'string' || format) return false;
  return /^[\w@-][\w@ .-]*$/.test(value) && value.length >= minLength && value.length <= (maxLength ?? value.length);
}

function textOf(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() ? text.trim() : undefined;
}
