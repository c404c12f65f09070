import { notDescribed } from '@plumbline/spec-tools/document/document';
import { fixedQueryOf, namesIn } from '@plumbline/spec-tools/document/path-template';
import { type Notes, noteOpen } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { withoutSharedNames } from './exploded-objects.ts';
import { mergedSchema } from './file-fields.ts';
import { parameterExample } from './parameter-example.ts';
import { hasType, parameterSchema, typesIn } from './parameter-schema.ts';
import type { SchemaWriter } from './schema-writer.ts';

/** Headers that a client or its transport sets. */
const clientHeaders = /^(accept|content-type|authorization|host|connection|content-length|transfer-encoding)$/i;
/** The styles of each location, the default first (OpenAPI 3.1 §4.8.12.2). */
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** What writing parameters needs. */
interface ParameterContext {
  readonly schemas: SchemaWriter;
  readonly notes: Notes;
}

/** Writes the parameters of an operation. */
export function writeParameters(
  source: Source,
  given: readonly Node[],
  path: string,
  context: ParameterContext,
): Node[] {
  const { schemas, notes } = context;
  const inPath = namesIn(path);
  const fixed = new URLSearchParams(fixedQueryOf(path));
  const byName = new Map<string, Node>();
  for (const node of given) {
    const parameter = follow(source, node);
    // Names of headers are case-insensitive.
    const name = parameter.in === 'header' ? String(parameter.name).toLowerCase() : parameter.name;
    byName.set(`${parameter.in} ${name}`, parameter);
  }
  const written = [...byName.values()].flatMap((parameter) => {
    const { in: place, name } = parameter;
    if (!styles[place] || typeof name !== 'string') {
      noteOpen(notes, `parameters left out: one is in \`${place}\``);
      return [];
    }
    // RFC 9110 §5.6.2.
    if (place === 'header' && !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      noteOpen(notes, 'headers whose names cannot be sent: they are left out');
      return [];
    }
    const isOurs = place === 'header' && clientHeaders.test(name);
    const isUnused = place === 'path' && !inPath.includes(name);
    if (isOurs || isUnused || (place === 'query' && fixed.has(name))) return [];
    return [writeParameter(source, parameter, schemas, notes)];
  });
  for (const name of inPath) {
    if (written.some((one) => one.in === 'path' && one.name === name)) continue;
    noteOpen(notes, 'path parameters that the document does not declare: they are text');
    written.push(writeParameter(source, { name, in: 'path', schema: { type: 'string' } }, schemas, notes));
  }
  return withoutSharedNames(written, notes);
}

function writeParameter(source: Source, parameter: Node, schemas: SchemaWriter, notes: Notes): Node {
  const { name, in: place, description, deprecated } = parameter;
  const [mediaType] = Object.keys(Object(parameter.content));
  const given = mediaType === undefined ? parameter.schema : parameter.content[mediaType]?.schema;
  const isJson = mediaType !== undefined && /[/+]json\b/i.test(mediaType);
  // A value of another media type, such as XML, is a text that the caller writes.
  const isText = mediaType !== undefined && !isJson && hasType(mergedSchema(source, given), 'array', 'object');
  const schema = isText ? { type: 'string' } : parameterSchema(given, { schemas, notes, isJson });
  const isIdempotency = place === 'header' && /^idempotency-key$/i.test(name);
  if (place === 'header' && parameter.required && schema.enum?.length === 1) {
    schema.const = schema.enum[0];
    delete schema.enum;
  }
  const { style, explode } = serializationOf(parameter);
  if (parameter.style !== undefined && !styles[place]?.includes(parameter.style))
    noteOpen(
      notes,
      `parameters of the style \`${parameter.style}\` in \`${place}\`, which OpenAPI 3.1 does not have: they are sent as \`${style}\``,
      name,
    );
  const hasParts = hasType(schema, 'array', 'object');
  if (hasParts && mediaType === undefined && style !== 'deepObject' && partsOf(schema).some(isNested))
    noteOpen(
      notes,
      'lists and objects inside lists and objects of parameters: OpenAPI does not say how, they are sent as JSON',
    );
  // Servers treat an empty value as missing.
  if (place === 'path' || parameter.required) demandText(schema);
  const example = schema.const ?? parameterExample(source, parameter, schema, schemas.components);
  const isStyled = mediaType === undefined && (hasParts || (place === 'path' && style !== 'simple'));
  return {
    name,
    in: place,
    ...((place === 'path' || schema.const !== undefined || (parameter.required && !isIdempotency)) && {
      required: true,
    }),
    description: textOf(description) ?? textOf(schema.description) ?? notDescribed,
    ...(deprecated === true && { deprecated }),
    ...(isStyled && { style, explode }),
    ...(place === 'query' && parameter.allowReserved === true && { allowReserved: true }),
    ...(mediaType === undefined
      ? { schema }
      : { content: { [mediaType]: { schema, examples: { example: { value: example } } } } }),
    example,
  };
}

function serializationOf({ in: place, style: given, explode: isExploded }: Node): { style: string; explode: boolean } {
  const [usual = '', ...others] = styles[place] ?? [];
  const style = others.includes(given) ? given : usual;
  const explode = typeof isExploded === 'boolean' ? isExploded : style === 'form';
  return { style, explode: explode || style === 'deepObject' };
}

/** The schemas of the items and properties of a schema and its variants. */
function partsOf({ items, properties, anyOf = [] }: Node): Node[] {
  return [...(items ? [items] : []), ...Object.values<Node>(Object(properties)), ...anyOf.flatMap(partsOf)];
}

function isNested(schema: Node): boolean {
  return schema.$ref !== undefined || typesIn(schema).some((type) => type === 'array' || type === 'object');
}

function demandText(schema: Node): void {
  for (const variant of schema.anyOf ?? []) demandText(variant);
  const text = schema.type === 'array' ? Object(schema.items) : schema;
  const isFree = text.type === 'string' && !text.enum && !text.format && text.const === undefined;
  if (isFree && text.maxLength !== 0) text.minLength ??= 1;
}

function textOf(text: unknown): string | undefined {
  return typeof text === 'string' && text.trim() ? text.trim() : undefined;
}
