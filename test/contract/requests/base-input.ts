import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { fileOf } from '@plumbline/spec-tools/generate/example-input';
import { bodyModeOf, methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { fill } from '../constraints/fill.ts';
import { isObject } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Operations whose client completes the request body, or refuses one that may do more than asked. */
export const checkedByClient: readonly string[] = ['subscriptions/delete', 'subscriptions/unsubscribe'];

/** The URL of an operation with the examples of its path parameters. */
export function addressOf({ path, parameters }: Operation, url: string): string {
  const exampleOf = (name: string) =>
    parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example;
  return url + path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(exampleOf(name))));
}

/** The examples of the parameters of an operation's method. */
export function baseParameters(operation: Operation): Fields {
  return Object.fromEntries(methodParametersOf(operation).map(({ name, example }) => [name, example]));
}

/** The request body of an operation with each declared property; undefined where the operation has no body. */
export function baseBody(document: Document, operation: Operation, mediaType?: string): unknown {
  const content = operation.body?.content ?? {};
  const media = content[mediaType ?? Object.keys(content)[0] ?? ''];
  return media && fill(readSchema(document, media.schema), Object.values(media.examples ?? {})[0]?.value);
}

/** The input of an operation's method for a request body; undefined where the method cannot take that body. */
export function inputWith(document: Document, operation: Operation, body: unknown): Fields | undefined {
  const parameters = baseParameters(operation);
  if (bodyModeOf(document, operation) === 'whole') return { ...parameters, body: sentBody(operation, body) };
  return isObject(body) ? { ...parameters, ...body } : undefined;
}

/** A request body as its method takes it: bytes as a file. */
export function sentBody({ body: declared }: Operation, body: unknown): unknown {
  const [mediaType = ''] = Object.keys(declared?.content ?? {});
  return bodyKindOf(mediaType) === 'bytes' && typeof body === 'string' ? fileOf(body, mediaType) : body;
}

/** The headers that choose a media type for a request body. The client writes the boundary of multipart, and the file names its own. */
export function contentTypeHeaders(mediaType: string): Readonly<Record<string, string>> {
  return mediaType === '' || mediaType.includes('*') || bodyKindOf(mediaType) === 'multipart'
    ? {}
    : { 'Content-Type': mediaType };
}

/** The input of an operation's method with each declared parameter and property. */
export function baseInput(document: Document, operation: Operation): Fields {
  if (!operation.body) return baseParameters(operation);
  return inputWith(document, operation, baseBody(document, operation)) ?? {};
}
