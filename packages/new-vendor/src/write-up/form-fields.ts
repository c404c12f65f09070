import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import { type Notes, noteOpen } from '../notes.ts';
import { keysIn, type Node, type Source } from '../read/source.ts';
import { fileOf, mergedSchema } from './file-fields.ts';
import type { SchemaWriter } from './schema-writer.ts';

interface Context {
  readonly source: Source;
  readonly schemas: SchemaWriter;
  readonly notes: Notes;
}

/** Writes the schema of a form or a multipart body, and how its fields are sent. */
export function writeFields(context: Context, { schema, encoding = {} }: Node, kind: 'form' | 'multipart'): Node {
  const { source, schemas, notes } = context;
  const whole = mergedSchema(source, schema);
  const merged = withoutVariants(context, whole, kind);
  if (!hasFields(merged)) return writeAnyFields(notes, kind);
  const { properties = {} } = merged;
  const isFields = merged.anyOf === undefined && merged.oneOf === undefined && Object.keys(properties).length > 0;
  const written =
    kind === 'multipart' && isFields
      ? writeParts(context, merged, encoding)
      : kind === 'form'
        ? writeForm(schemas, merged === whole ? schema : merged)
        : schemas.write(schema ?? {}, 'request');
  const files = kind === 'multipart' && !isFields ? fileOf(source, merged.additionalProperties, undefined) : undefined;
  if (files && written.type === 'object') written.additionalProperties = files;
  const entries = Object.keys(properties).flatMap((name) => {
    const { headers, ...declared } = Object(encoding[name]);
    const given =
      kind === 'form' || declared.contentType ? declared : { ...declared, ...mediaTypeIn(source, properties[name]) };
    if (headers) noteOpen(notes, 'headers of parts of multipart bodies: they are left out');
    const own = { ...given, ...(kind === 'form' && !isGiven(given) && defaultOf(source, properties[name])) };
    const known = ['contentType', 'style', 'explode', 'allowReserved'].filter((key) => own[key] !== undefined);
    return known.length > 0 ? [[name, Object.fromEntries(known.map((key) => [key, own[key]]))]] : [];
  });
  return { schema: written, ...(entries.length > 0 && { encoding: Object.fromEntries(entries) }) };
}

/** Whether a schema of a body may say which fields it has. */
function hasFields({ type, properties, additionalProperties, anyOf, oneOf, allOf }: Node): boolean {
  return [type].flat().includes('object') || [properties, additionalProperties, anyOf, oneOf, allOf].some(Boolean);
}

/** Writes a body whose schema is a text, a list or nothing: only its fields can be sent. */
function writeAnyFields(notes: Notes, kind: 'form' | 'multipart'): Node {
  noteOpen(notes, 'forms and multipart bodies without fields: they take any');
  return { schema: { type: 'object', additionalProperties: kind === 'form' ? { type: 'string' } : true } };
}

/**
 * A body with the fields of all of its variants: how a field is sent is said by its name. Those that not every variant requires are
 * optional. A form of plain fields needs no such thing.
 */
function withoutVariants({ source, notes }: Context, whole: Node, kind: 'form' | 'multipart'): Node {
  const { anyOf = [], oneOf = [], discriminator: _, ...own } = whole;
  const variants: Node[] = [...anyOf, ...oneOf].map((variant) => mergedSchema(source, variant));
  if (variants.length === 0 || !variants.every(({ properties }) => properties)) return whole;
  const isPlain = (property: Node) => Object.keys(defaultOf(source, property)).length === 0;
  if (kind === 'form' && variants.every(({ properties }) => Object.values<Node>(properties).every(isPlain)))
    return whole;
  noteOpen(notes, 'unions of forms and multipart bodies: the fields of all variants are optional');
  const fields = new Map<string, Node[]>();
  for (const { properties } of [own, ...variants]) {
    for (const [name, field] of Object.entries<Node>(Object(properties))) {
      const known = fields.get(name) ?? [];
      const isNew = !known.some((one) => JSON.stringify(one) === JSON.stringify(field));
      if (isNew) fields.set(name, [...known, field]);
    }
  }
  const properties = [...fields].map(([name, all]) => [name, all.length === 1 ? all[0] : { anyOf: all }]);
  const demanded = [...fields.keys()].filter(
    (name) => own.required?.includes(name) || variants.every(({ required }) => required?.includes(name)),
  );
  return { ...own, type: 'object', properties: Object.fromEntries(properties), required: demanded };
}

/** Writes the schema of a form. One that bodies of other kinds may have too stays a reference where a form can say all of it. */
function writeForm(schemas: SchemaWriter, schema: unknown): Node {
  const written = schemas.write(schema ?? {}, 'request');
  const { 'x-evidence': _, ...target } = Object(
    written.$ref ? schemas.components[keysIn(written.$ref).at(-1) ?? ''] : written,
  ) as Node;
  if (!target.properties) return written;
  const properties = withoutNull(target.properties);
  const isSame = JSON.stringify(properties) === JSON.stringify(target.properties);
  return isSame ? written : { ...target, properties };
}

/** The media type of a part by its schema. */
function mediaTypeIn(source: Source, property: Node): Node {
  const { contentMediaType, contentEncoding, items } = mergedSchema(source, property);
  if (items) return mediaTypeIn(source, items);
  return typeof contentMediaType === 'string' && contentEncoding === undefined ? { contentType: contentMediaType } : {};
}

function isGiven({ style, explode, contentType }: Node): boolean {
  return style !== undefined || explode !== undefined || contentType !== undefined;
}

/** OpenAPI's default for a list or an object in a form. */
function defaultOf(source: Source, property: Node): Node {
  const { type, properties, items, anyOf = [], oneOf = [] } = mergedSchema(source, property);
  const variants = [...anyOf, ...oneOf].map((variant) => defaultOf(source, variant));
  if (properties || [type].flat().includes('object') || variants.some((one) => one.contentType))
    return { contentType: 'application/json' };
  if (items || [type].flat().includes('array') || variants.some((one) => one.style))
    return { style: 'form', explode: true };
  return {};
}

/** A part that is neither JSON nor plain fields is a text of its media type, such as XML. */
function partOf(property: Node, mediaType: unknown): Node {
  const isText =
    typeof mediaType === 'string' && bodyKindOf(mediaType) === 'text' && !mediaType.startsWith('text/plain');
  return isText ? { description: property.description, type: 'string' } : property;
}

/** Fields without null, which no form can say. One of any type is a scalar. */
function withoutNull(properties: Readonly<Record<string, Node>>): Record<string, Node> {
  const scalars = ['string', 'number', 'boolean'].map((type) => ({ type }));
  const isAny = ({ description: _, deprecated: __, ...schema }: Node) => Object.keys(schema).length === 0;
  const write = (schema: Node) => (isAny(schema) ? { ...schema, anyOf: scalars } : notNull(schema));
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, write(schema)]));
}

function notNull(schema: Node): Node {
  const { type, anyOf } = schema;
  const kept = Array.isArray(type) ? type.filter((one) => one !== 'null') : [];
  const variants: Node[] = Array.isArray(anyOf) ? anyOf.filter((one) => one.type !== 'null').map(notNull) : [];
  if (variants.length === 1) {
    const { anyOf: _, ...own } = schema;
    return { ...variants[0], ...own };
  }
  return {
    ...schema,
    ...(kept.length > 0 && { type: kept.length === 1 ? kept[0] : kept }),
    ...(variants.length > 0 && { anyOf: variants }),
  };
}

/** Writes the schema of a multipart body. Its files are `format: binary`. */
function writeParts({ source, schemas }: Context, merged: Node, encoding: Node): Node {
  const files = new Map<string, Node>();
  for (const [name, property] of Object.entries<Node>(merged.properties)) {
    const file =
      property.readOnly === true
        ? undefined
        : fileOf(source, property, encoding[name], (variant) => schemas.write(variant, 'request'));
    if (file) files.set(name, file);
  }
  const others = Object.entries<Node>(merged.properties)
    .filter(([name]) => !files.has(name))
    .map(([name, property]) => [name, partOf(property, Object(encoding[name]).contentType)] as const);
  const demanded = [merged.required ?? []].flat().filter((name) => !files.has(name));
  const inner = { ...merged, type: 'object', properties: Object.fromEntries(others), required: demanded };
  const written = schemas.write(inner, 'request');
  const { properties: all = {}, required: kept = [], additionalProperties, ...rest } = written;
  const properties = withoutNull(all);
  const declared = [...new Set([...Object.keys(merged.properties), ...Object.keys(properties)])];
  const names = declared.filter((name) => files.has(name) || name in properties);
  const required = names.filter((name) => kept.includes(name) || (files.has(name) && merged.required?.includes(name)));
  return {
    ...rest,
    properties: Object.fromEntries(names.map((name) => [name, files.get(name) ?? properties[name]])),
    ...(required.length > 0 && { required }),
    ...(additionalProperties === false && { additionalProperties }),
  };
}
