import { type Json, own, type Schema } from '../document/openapi.ts';
import { propertiesOf, variantsOf } from '../document/schemas.ts';
import { essenceOf } from './body.ts';

const lines = /^application\/(x-)?(ndjson|jsonl|json-?lines|stream\+json|json-seq)$|\+json-seq$/;
const text = /^text\/(?!json$)|[/+](x-)?(xml|yaml|csv)$|^application\/x-www-form-urlencoded$/;

/** Whether a body is a sequence: of events, or of lines of JSON. Its schema and its examples are those of one event. */
export function isSequence(mediaType = ''): boolean {
  const essence = essenceOf(mediaType);
  return essence === 'text/event-stream' || lines.test(essence);
}

const subtypes = { text: 'plain', image: 'png', audio: 'wav', video: 'mp4' };

/** A media type for a range of them. */
export function mediaTypeIn(range: string, schema: Schema = {}): string {
  if (!range.includes('*')) return range;
  const [type = ''] = range.split('/');
  const subtype = own(subtypes, type);
  if (subtype) return `${type}/${subtype}`;
  return isBinary(schema) || !/^(\*|application)$/.test(type) ? 'application/octet-stream' : 'application/json';
}

/** Writes a value as its media type. Of a sequence, it is a list of events. A value that is not a text is written as JSON. */
export function writeBody(mediaType: string, value: unknown, schema: Schema = {}): string | Uint8Array<ArrayBuffer> {
  const essence = essenceOf(mediaType);
  const json = () => JSON.stringify(value);
  if (isSequence(essence))
    return [value]
      .flat()
      .map((one) => writeEvent(essence, one, schema))
      .join('');
  if (typeof value !== 'string' || text.test(essence)) return typeof value === 'string' ? value : json();
  return /[/+]json$/.test(essence) && !isBinary(schema) ? json() : bytesOf(value);
}

/** The bytes of an example: each of its characters is a byte, unless one is none. */
function bytesOf(value: string): Uint8Array<ArrayBuffer> {
  const codes = Array.from(value, (character) => character.codePointAt(0) ?? 0);
  return codes.every((code) => code < 256) ? Uint8Array.from(codes) : new TextEncoder().encode(value);
}

function writeEvent(essence: string, value: unknown, schema: Schema): string {
  if (essence !== 'text/event-stream') return `${essence.endsWith('json-seq') ? '\x1e' : ''}${JSON.stringify(value)}\n`;
  const fields = isEvent(schema) ? (value as Json) : { data: value };
  const written = ['event', 'id', 'retry', 'data'].flatMap((name) => {
    const field = own(fields, name);
    const texts = typeof field === 'string' ? field.split('\n') : field === undefined ? [] : [JSON.stringify(field)];
    return texts.map((line) => `${name}: ${line}\n`);
  });
  return `${written.join('')}\n`;
}

/** Whether a schema is that of an event with its fields, in the place of its data alone. */
function isEvent(schema: Schema): boolean {
  const variants = variantsOf(schema).map((one) => Object.keys(propertiesOf(one)));
  return variants.some(
    (names) => names.includes('data') && names.every((one) => /^(data|event|id|retry)$/.test(one)) && names.length > 1,
  );
}

function isBinary({ format, contentMediaType, contentEncoding }: Schema): boolean {
  return format === 'binary' || (contentMediaType === 'application/octet-stream' && contentEncoding === undefined);
}
