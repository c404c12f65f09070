import { inspect } from 'node:util';
import { bodyKindOf } from '../document/content-kind.ts';
import { type Document, type Media, type Operation, resolve } from '../document/document.ts';
import { filesOf, otherFilesOf } from './binary-types.ts';
import { bodyModeOf, methodParametersOf } from './method-parameters.ts';

/**
 * The input of a method from the examples of its spec: one flat object, with the request body's fields or as `body`. Bytes are a `Blob`
 * of the example's text.
 *
 * @param mediaType The media type of the body example. Defaults to the first in the spec.
 */
export function exampleInput(document: Document, operation: Operation, mediaType?: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { name, example } of methodParametersOf(operation)) {
    if (example !== undefined) input[name] = example;
  }
  const content = operation.body?.content ?? {};
  const type = mediaType ?? Object.keys(content)[0] ?? '';
  const media = content[type];
  const body = media && exampleBody(document, type, media);
  return bodyModeOf(document, operation) === 'whole' ? { ...input, body } : { ...input, ...Object(body) };
}

/** The source code of a value of {@link exampleInput}, on one line. */
export function inputSource(input: Readonly<Record<string, unknown>>): string {
  return inspect(input, {
    depth: null,
    breakLength: Number.POSITIVE_INFINITY,
    maxStringLength: null,
    maxArrayLength: null,
  });
}

function exampleBody(document: Document, mediaType: string, media: Media): unknown {
  const example = Object.values(media.examples ?? {})[0]?.value;
  const kind = bodyKindOf(mediaType);
  if (kind === 'bytes') return toFile(example, typeInRange(mediaType));
  if (kind !== 'multipart' || typeof example !== 'object' || example === null) return example;
  const files = new Set(filesOf(document, media).map(([name]) => name));
  const { properties = {} } = resolve(document, media.schema);
  const areFiles = otherFilesOf(document, media).length > 0;
  const isFile = (name: string) => files.has(name) || (areFiles && !Object.hasOwn(properties, name));
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => [name, isFile(name) ? toFile(value) : value]),
  );
}

/** A media type of each range that has none by default: a client sends bytes without a type as `application/octet-stream`. */
const typesInRange: Readonly<Record<string, string>> = {
  'image/*': 'image/png',
  'audio/*': 'audio/wav',
  'video/*': 'video/mp4',
  'font/*': 'font/woff2',
  'model/*': 'model/gltf+json',
};

/** A media type of a range. Any other is its own, and a client names it. */
function typeInRange(mediaType: string): string {
  return typesInRange[mediaType] ?? '';
}

/** A file of a text, as the body of a media type. */
export function fileOf(text: string, mediaType: string): Blob {
  return new ExampleFile(text, typeInRange(mediaType));
}

function toFile(example: unknown, type = ''): unknown {
  if (Array.isArray(example)) return example.map((one) => toFile(one, type));
  return typeof example === 'string' ? new ExampleFile(example, type) : example;
}

/** A file whose source code is its own text. */
class ExampleFile extends Blob {
  readonly #text: string;

  constructor(text: string, type: string) {
    super([text], { type });
    this.#text = text;
  }

  [inspect.custom](_depth: number, options: object): string {
    const type = this.type && `, { type: ${inspect(this.type, options)} }`;
    return `new Blob([${inspect(this.#text, options)}]${type})`;
  }
}
