import { type BodyKind, bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import { type Notes, noteOpen, UnsupportedOperation } from '../notes.ts';
import { follow, isObject, type Node, type Source } from '../read/source.ts';
import { chooseMediaType, sentMediaType } from './body-media-type.ts';
import { writeExamples } from './examples.ts';
import { mergedSchema } from './file-fields.ts';
import { writeFields } from './form-fields.ts';
import type { SchemaWriter } from './schema-writer.ts';

/** What writing a body needs. */
export interface BodyContext {
  readonly source: Source;
  readonly schemas: SchemaWriter;
  readonly notes: Notes;
}

/**
 * Writes the request body of an operation in one media type: JSON of any kind, a form, multipart, text or bytes. Undefined if it has
 * none.
 *
 * @throws {UnsupportedOperation} If a GET or a HEAD requires one.
 */
export function writeRequestBody(context: BodyContext, given: Node, method: string): Node | undefined {
  const { source, schemas, notes } = context;
  const { content = {}, required, description } = follow(source, given);
  const mediaTypes = Object.keys(content);
  if (mediaTypes.length === 0) return undefined;
  if (/^(get|head)$/.test(method)) {
    const name = method.toUpperCase();
    if (required === true)
      throw new UnsupportedOperation(`It requires a request body, and fetch cannot send a body with ${name}.`);
    noteOpen(notes, `request bodies of ${name}: fetch cannot send them, so they are left out`);
    return undefined;
  }
  const chosen = chooseMediaType(source, content);
  const range = byteRangeOf(mediaTypes);
  if (mediaTypes.length > 1 && !range)
    noteOpen(
      notes,
      'request bodies of several media types: JSON is kept, else multipart with files, a form, the first',
    );
  const mediaType = range ?? sentMediaType(source, content, chosen);
  const media = writeMedia(context, follow(source, content[chosen]), mediaType);
  return {
    description: [description?.trim() || 'The request body.', ...(range ? [describeRange(mediaTypes)] : [])].join(' '),
    // Many documents omit `required` for a body with required fields.
    required: required === true || demandsFields(media.schema, schemas),
    content: { [mediaType]: media },
  };
}

/** The range of several media types that are bytes, so that the type of a Blob says which it is. */
function byteRangeOf(mediaTypes: readonly string[]): string | undefined {
  if (mediaTypes.length < 2 || !mediaTypes.every((name) => bodyKindOf(name) === 'bytes')) return undefined;
  const groups = new Set(mediaTypes.map((name) => name.toLowerCase().split('/')[0]));
  return groups.size === 1 ? `${[...groups][0]}/*` : '*/*';
}

function describeRange(mediaTypes: readonly string[]): string {
  const names = mediaTypes.map((name) => `\`${name}\``).join(' or ');
  return `It is ${names}: a \`Blob\` has its type. With other bytes, pass the header \`Content-Type\`.`;
}

function writeMedia(context: BodyContext, given: Node, mediaType: string): Node {
  const { schemas } = context;
  const kind = bodyKindOf(mediaType);
  const shown = (value: unknown) => ({ examples: { example: { value } } });
  noteUntyped(context, mediaType, kind, given.schema);
  if (kind === 'bytes') return { schema: { type: 'string', format: 'binary' }, ...shown('bytes') };
  if (kind === 'text') {
    const { type, enum: values } = mergedSchema(context.source, given.schema);
    if (type === 'string' && Array.isArray(values)) return { schema: { type, enum: values }, ...shown(values[0]) };
    return { schema: { type: 'string' }, ...shown(mediaType.endsWith('xml') ? '<example/>' : 'text') };
  }
  if (given.schema === false)
    noteOpen(context.notes, 'bodies that the document says cannot be: they accept anything', mediaType);
  const written: Node =
    kind === 'json' ? { schema: schemas.write(given.schema || {}, 'request') } : writeFields(context, given, kind);
  const {
    properties,
    additionalProperties,
    'x-evidence': _,
    ...about
  } = schemas.components[written.schema.$ref?.split('/').at(-1)] ?? written.schema;
  // A body of any names is one parameter, since its names may be those of other parameters.
  if (about.type === 'object' && !properties && additionalProperties === true) written.schema = about;
  // A body of any JSON is a value, too.
  if (Object.keys(written.schema).length === 0) return { ...written, ...shown({}) };
  const examples = writeExamples(context, given, written.schema);
  return { ...written, examples: kind === 'json' ? examples : withoutNulls(examples) };
}

/** The generated value of a field of any type is null, which neither a form nor a part can say. */
function withoutNulls(examples: Node): Node {
  const text = JSON.stringify(examples, (name, value) =>
    name === 'value' && isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([field, one]) => [field, one ?? 'string']))
      : value,
  );
  return JSON.parse(text);
}

/** Notes the type of a body that callers write as text or bytes: XML, and kinds of multipart without names of parts. */
function noteUntyped({ source, notes }: BodyContext, mediaType: string, kind: BodyKind, schema: unknown): void {
  const { type, properties, items } = mergedSchema(source, schema);
  const isTyped = properties || items || /object|array/.test(String(type));
  if (isTyped && (kind === 'text' || kind === 'bytes'))
    noteOpen(notes, 'request bodies that callers write as text or bytes: they have no types', mediaType);
}

function demandsFields({ $ref, required = [] }: Node, schemas: SchemaWriter): boolean {
  return $ref ? demandsFields(schemas.components[$ref.split('/').at(-1)] ?? {}, schemas) : required.length > 0;
}
