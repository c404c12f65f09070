import { contentKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Media } from '@plumbline/spec-tools/document/document';
import { streamOf } from '@plumbline/spec-tools/generate/stream';
import { isObject } from './constraints/json-schema.ts';

/** Writes a response body as text: JSON, one event of a sequence, or the text itself. */
export function writeResponse(document: Document, mediaType: string, { schema = {} }: Media, value: unknown): string {
  const kind = contentKindOf(document, mediaType, schema);
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'lines') return `${mediaType.includes('json-seq') ? '\x1e' : ''}${JSON.stringify(value)}\n`;
  if (kind !== 'events') return String(value);
  const { events } = streamOf(document, kind, schema);
  const fields = Object.entries(events && isObject(value) ? value : { data: value });
  const lines = fields.flatMap(([name, field]) =>
    (typeof field === 'string' ? field : JSON.stringify(field)).split('\n').map((line) => `${name}: ${line}\n`),
  );
  return `${lines.join('')}\n`;
}

/** What a client read, to compare: bytes as the text that they are. */
export function readableData(data: unknown): unknown {
  return data instanceof Uint8Array ? new TextDecoder().decode(data) : data;
}
