import { type Document, type Reference, resolve } from '../document/document.ts';
import type { TextSchema } from './coerce.ts';
import { nodeAt, type Place } from './location.ts';
import { type Declared, pairsOf, readPairs } from './parameter.ts';
import type { Validators, Violation } from './validators.ts';

interface MediaObject {
  readonly schema?: TextSchema | Reference;
  readonly encoding?: Readonly<Record<string, { readonly style?: string; readonly explode?: boolean }>>;
}

/** The declared media type that a `Content-Type` falls under: itself, else a range. Parameters do not count. */
export function declaredMediaType(content: object, contentType: string): string | undefined {
  const essence = essenceOf(contentType);
  const declared = Object.keys(content);
  const [type] = essence.split('/');
  for (const wanted of [essence, `${type}/*`, '*/*']) {
    const found = declared.find((mediaType) => essenceOf(mediaType) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads the text of a body by its media type. Throws where it is not of that type. */
export function readBody(document: Document, contentType: string, media: MediaObject, text: string): unknown {
  const essence = essenceOf(contentType);
  if (/[/+]json$/.test(essence)) return JSON.parse(text);
  if (essence !== 'application/x-www-form-urlencoded') return text;

  const pairs = pairsOf(text);
  const { properties = {} } = resolve(document, media.schema ?? {});
  const form = new Map<string, unknown>();
  const read = new Set<string>();
  for (const [name, schema] of Object.entries(properties)) {
    const field: Declared = { place: [], name, in: 'query', schema, ...media.encoding?.[name] };
    const { value, names } = readPairs(document, field, pairs);
    if (value === undefined) continue;
    form.set(name, value);
    for (const used of names) read.add(used);
  }
  for (const [name] of pairs) {
    if (!read.has(name)) form.set(name, new URLSearchParams(text).get(name));
  }
  return Object.fromEntries(form);
}

/** Judges the text of a body by the media types that are declared at a place. */
export function judgeContent(
  document: Document,
  validators: Validators,
  place: Place,
  contentType: string,
  text: string,
): readonly Violation[] {
  const content = nodeAt(document, place) as Readonly<Record<string, MediaObject | Reference>>;
  const mediaType = declaredMediaType(content, contentType);
  const refuse = (message: string) => [{ pointer: '', keyword: 'mediaType', message }];
  if (mediaType === undefined) {
    return refuse(`is ${contentType || 'of no media type'}; the spec declares ${Object.keys(content).join(', ')}`);
  }
  try {
    const value = readBody(document, contentType, resolve(document, content[mediaType] ?? {}), text);
    return validators.at([...place, mediaType, 'schema'])?.(value) ?? [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(text === '' ? 'is missing' : `is not ${contentType}`);
  }
}

function essenceOf(mediaType: string): string {
  return mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
