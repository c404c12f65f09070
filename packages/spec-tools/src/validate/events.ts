import { contentKindOf } from '../document/content-kind.ts';
import type { Document, Reference } from '../document/document.ts';
import { streamOf } from '../generate/stream.ts';
import type { TextSchema } from './coerce.ts';

/**
 * Parses the events of a sequence, as their schema describes them: their data alone, or objects with their fields.
 *
 * @throws {SyntaxError} When the data of an event is not JSON, and must be.
 */
export function readEvents(
  document: Document,
  contentType: string,
  schema: TextSchema | Reference,
  text: string,
): unknown[] {
  const kind = contentKindOf(document, contentType, schema);
  const { data: dataKind, events } = streamOf(document, kind, schema);
  const separator = kind === 'events' ? /\r?\n\r?\n/ : contentType.includes('json-seq') ? '\x1e' : '\n';
  return text.split(separator).flatMap((part) => {
    const found = kind === 'events' ? fieldsOf(part) : part.trim() ? { data: part } : {};
    const { data, ...fields } = found;
    if (data === undefined || data === '[DONE]') return [];
    const value = dataKind === 'text' ? data : parse(data, dataKind === 'any');
    const { retry } = fields;
    return [events ? { ...fields, ...(retry && { retry: Number(retry) }), data: value } : value];
  });
}

/** The fields of an event of `text/event-stream`. Several lines of data are one text. */
function fieldsOf(event: string): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const line of event.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^(data|event|id|retry): ?(.*)$/.exec(line) ?? [];
    if (name) fields.set(name, name === 'data' && fields.has(name) ? `${fields.get(name)}\n${value}` : value);
  }
  return Object.fromEntries(fields);
}

function parse(text: string, mayBeText: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (mayBeText) return text;
    throw error;
  }
}
