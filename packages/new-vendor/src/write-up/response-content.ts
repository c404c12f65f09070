import { type ContentKind, contentKindOf, isBinary, isSequence } from '@plumbline/spec-tools/document/content-kind';
import type { Document } from '@plumbline/spec-tools/document/document';
import { readEvents } from '@plumbline/spec-tools/validate/events';
import { noteOpen } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';
import { placeOf } from './components.ts';
import { fitsSchema, writeExamples } from './examples.ts';
import type { BodyContext } from './request-body.ts';

/** Writes the content of a success: each media type, JSON first. Nothing if the document has none. */
export function writeContent(context: BodyContext, content: Node = {}): Node | undefined {
  const { source, notes } = context;
  const written: Node = {};
  const schemaOf = (name: string) => Object(content[name]).schema;
  const all = Object.keys(content).filter((name) => typeof content[name] === 'object' && !name.startsWith('x-'));
  const names = all.filter((name) => name.includes('/'));
  for (const name of all.filter((one) => !names.includes(one)))
    noteOpen(notes, 'media types without a `/`: they are left out', placeOf(source, schemaOf(name)) || name);
  const isJson = (name: string) => kindOf(source, name, content[name]) === 'json';
  const given = new Map<string, string>();
  for (const name of [...names.filter(isJson), ...names.filter((one) => !isJson(one))]) {
    const essence = nameOf(source, name, content[name]);
    const known = given.get(essence);
    given.set(essence, known ?? name);
    if (known === undefined) written[essence] = writeMedia(context, name, content[name] ?? {});
    else if (JSON.stringify(schemaOf(name)) !== JSON.stringify(schemaOf(known)))
      noteOpen(
        notes,
        'media types that are read as one, with other schemas: the first counts',
        placeOf(source, schemaOf(name)) || name,
      );
  }
  noteUntyped(context, content, names);
  return names.length > 0 ? written : undefined;
}

/** Notes the type of a success that clients only read as text or bytes, such as XML. */
function noteUntyped({ source, notes }: BodyContext, content: Node, names: readonly string[]): void {
  const isUntyped = (name: string) => /^(text|bytes)$/.test(kindOf(source, name, content[name]));
  const isTyped = (name: string) => {
    const { properties, items, type } = follow(source, Object(content[name]).schema ?? {});
    return properties || items || /object|array/.test(String(type));
  };
  if (names.every(isUntyped) && names.some(isTyped))
    noteOpen(notes, 'responses that clients read as text or bytes: they have no types', names.join(', '));
}

/** Writes the content of an error, which clients read as JSON, else as text. */
export function writeErrorContent(context: BodyContext, content: Node = {}): Node | undefined {
  const names = Object.keys(content);
  const ofKind = (kind: string) => names.find((name) => kindOf(context.source, name, content[name]) === kind);
  const name = ofKind('json') ?? ofKind('text');
  if (name !== undefined) return writeContent(context, { [name]: content[name] });
  if (names.length > 0) noteOpen(context.notes, 'bodies of errors that are neither JSON nor text: they are left out');
  return undefined;
}

function writeMedia(context: BodyContext, name: string, media: Node): Node {
  const { schemas, source } = context;
  const kind = kindOf(source, name, media);
  if (kind === 'bytes') return fixedMedia({ type: 'string', format: 'binary' }, 'bytes');
  const given = isSequence(kind) ? eventOf(source, media) : media.schema;
  const isText = isSequence(kind) && follow(source, given ?? {}).type === 'string';
  if (kind === 'text') {
    const schema = { type: 'string' };
    return { schema, examples: writeExamples(context, textsOf(source, media), schema) };
  }
  if (isText) return fixedMedia({ type: 'string' }, 'text');
  if (given === false) noteOpen(context.notes, 'bodies that the document says cannot be: they accept anything', name);
  const schema = schemas.write(given || {}, 'response');
  const shown = isSequence(kind) ? { ...media, ...eventExamples(context, name, media, given) } : media;
  const examples = writeExamples(context, shown, schema);
  if (Object.values<Node>(examples).some(({ value }) => fitsSchema(schemas.components, schema, value)))
    return { schema, examples };
  noteOpen(context.notes, 'bodies whose schema no example fits: they accept anything', placeOf(source, given) || name);
  return fixedMedia({}, {});
}

/** The examples of a document show a stream as its text, or as a list of its events. Those of a spec are its events. */
function eventExamples({ source }: BodyContext, name: string, media: Node, given: Node = {}): Node {
  const [example = media.example] = Object.values<Node>(Object(media.examples)).map((one) => follow(source, one).value);
  const document = source.document as unknown as Document;
  try {
    const isText = typeof example === 'string';
    const events = isText ? readEvents(document, name, follow(source, given), example) : [example ?? []].flat();
    return {
      example: undefined,
      examples: Object.fromEntries(events.map((value, index) => [`example${index || ''}`, { value }])),
    };
  } catch {
    // The text is not that of a stream, or it is only a part of one.
    return { example: undefined, examples: {} };
  }
}

/** A text with its examples that are texts: an object shows XML as JSON. */
function textsOf(source: Source, { example, examples, schema }: Node): Node {
  const isText = (value: unknown) => typeof value === 'string';
  const named = Object.entries<Node>(Object(examples)).filter(([, one]) => isText(follow(source, Object(one)).value));
  const inner = follow(source, Object(schema));
  const own = [inner.examples ?? [], inner.example ?? []].flat()[0];
  return {
    ...(isText(example) && { example }),
    examples: Object.fromEntries(named),
    schema: { type: 'string', ...(isText(own) && { example: own }) },
  };
}

function fixedMedia(schema: Node, value: unknown): Node {
  return { schema, examples: { example: { value } } };
}

/** The schema of one event: that of OpenAPI 3.2 (`itemSchema`), that of the items of a list, or the whole one. */
function eventOf(source: Source, { itemSchema, schema }: Node): Node | undefined {
  if (itemSchema) return itemSchema;
  const { type, items } = follow(source, schema ?? {});
  return type === 'array' && items ? items : schema;
}

function kindOf(source: Source, name: string, media: Node): ContentKind {
  const { $ref: circle, ...schema } = follow(source, Object(media).schema ?? {});
  return contentKindOf(source.document as unknown as Document, nameOf(source, name, media), circle ? {} : schema);
}

/** The media type without its parameters, in lower case. A range of any kind is what its schema is: bytes, text or JSON. */
function nameOf(source: Source, name: string, media: Node): string {
  const essence = name.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (essence !== '*/*' && essence !== 'application/*') return essence;
  const schema = follow(source, Object(media).schema ?? {});
  if (isBinary(schema)) return essence;
  return schema.type === 'string' ? 'text/plain' : 'application/json';
}
