import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { bodyModeOf } from '@plumbline/spec-tools/generate/request-body';
import { fill } from '../constraints/fill.ts';
import { isObject } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where an operation is, with the examples of its path parameters in it. */
export function addressOf({ path, parameters }: Operation, url: string): string {
  const exampleOf = (name: string) => parameters.find((parameter) => parameter.name === name)?.example;
  return url + path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(exampleOf(name))));
}

/** The examples of the parameters that the method of an operation takes. */
export function baseParameters(operation: Operation): Fields {
  return Object.fromEntries(methodParametersOf(operation).map(({ name, example }) => [name, example]));
}

/** The body of an operation with everything in it that it may have; nothing where it has none. */
export function baseBody(document: Document, operation: Operation, mediaType?: string): unknown {
  const content = operation.body?.content ?? {};
  const media = content[mediaType ?? Object.keys(content)[0] ?? ''];
  return media && fill(readSchema(document, media.schema), Object.values(media.examples ?? {})[0]?.value);
}

/** What the method of an operation takes for a body; nothing where the body cannot be put so. */
export function inputWith(document: Document, operation: Operation, body: unknown): Fields | undefined {
  const parameters = baseParameters(operation);
  if (bodyModeOf(document, operation) === 'whole') return { ...parameters, body };
  return isObject(body) ? { ...parameters, ...body } : undefined;
}

/** What the method of an operation takes, with everything in it. */
export function baseInput(document: Document, operation: Operation): Fields {
  if (!operation.body) return baseParameters(operation);
  return inputWith(document, operation, baseBody(document, operation)) ?? {};
}
