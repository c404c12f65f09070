import { bodyKindOf, essenceOf } from '@plumbline/spec-tools/document/content-kind';
import { isBinarySchema } from '@plumbline/spec-tools/generate/binary-types';
import type { Node, Source } from '../read/source.ts';
import { fileOf, mergedSchema } from './file-fields.ts';

/**
 * Chooses the media type that a client sends: JSON, unless its schema has a file, which JSON cannot carry; else multipart with files, a
 * form, multipart, or the first.
 */
export function chooseMediaType(source: Source, content: Node): string {
  const mediaTypes = Object.keys(content);
  const sent = (name: string) => sentMediaType(source, content, name);
  const hasFile = (name: string) => hasFiles(source, Object(content[name]));
  const ofKind = (kind: string) => mediaTypes.filter((name) => bodyKindOf(sent(name)) === kind);
  const multipart = ofKind('multipart');
  const json = ofKind('json').sort((one, other) => rankOf(one) - rankOf(other));
  return (
    (multipart.some(hasFile) ? json.find((name) => !hasFile(name)) : json[0]) ??
    multipart.find(hasFile) ??
    ofKind('form')[0] ??
    multipart[0] ??
    mediaTypes[0] ??
    ''
  );
}

/** `application/json` comes before other kinds of JSON, and lists of operations on JSON come last. */
function rankOf(mediaType: string): number {
  const essence = essenceOf(mediaType);
  if (essence === 'application/json') return 0;
  return essence === 'application/json-patch+json' ? 2 : 1;
}

/**
 * The media type as a client sends it: in lower case, without a charset, because bodies are UTF-8. A range such as any type is JSON, unless
 * its schema is a text or bytes.
 */
export function sentMediaType(source: Source, content: Node, mediaType: string): string {
  const [essence = '', ...parameters] = mediaType.split(';').map((part) => part.trim());
  const kept = parameters.filter((parameter) => parameter && !/^charset=/i.test(parameter));
  const name = [essence.toLowerCase(), ...kept].join('; ');
  const schema = mergedSchema(source, Object(content[mediaType]).schema);
  if (/^(\*|application)\/\*$/.test(name)) {
    const isBytes = [schema.type].flat().includes('string') || isBinarySchema({ type: 'none', ...schema });
    return isBytes ? name : 'application/json';
  }
  if (name === 'text/*') return 'text/plain';
  return name;
}

/** Whether a schema of an object has a file. */
function hasFiles(source: Source, { schema, encoding }: Node): boolean {
  const properties = Object.entries<Node>(mergedSchema(source, schema).properties ?? {});
  return properties.some(([name, property]) => fileOf(source, property, Object(encoding)[name]));
}
