import { writeParameters } from '@plumbline/runtime/features';
import { fixedQueryOf, sentPathOf } from '@plumbline/spec-tools/document/path-template';

/** A parameter with its value. */
export interface WrittenParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly value: unknown;
  readonly style?: string | undefined;
  readonly explode?: boolean | undefined;
  readonly allowReserved?: boolean | undefined;
  /** Its media type, in place of a style. */
  readonly mediaType?: string | undefined;
}

/** The path and the query of a request, and its headers. */
export interface WrittenRequest {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Writes parameters as clients do.
 *
 * @param template A path of the spec.
 * @throws {PlumblineError} If a value cannot be sent.
 */
export function writeRequest(
  method: string,
  template: string,
  parameters: readonly WrittenParameter[],
): WrittenRequest {
  const path = sentPathOf(template);
  const partOf = (place: WrittenParameter['in']) =>
    Object.fromEntries(parameters.filter((one) => one.in === place).map(({ name, value }) => [name, value]));
  const definitions = parameters.map(({ name, in: place, style, explode, allowReserved, mediaType }) => [
    `${place} ${name}`,
    {
      in: place,
      name,
      style: style ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple'),
      ...(explode !== undefined && { explode }),
      ...(allowReserved && { allowReserved }),
      ...(mediaType !== undefined && { content: mediaType }),
    },
  ]);
  const operation = {
    method,
    path,
    query: fixedQueryOf(template),
    parameters: Object.fromEntries(definitions),
  } as Parameters<typeof writeParameters>[0];
  const parts = { path: partOf('path'), query: partOf('query'), header: partOf('header'), cookie: partOf('cookie') };
  const cookies: Record<string, string> = {};
  const { pathSerializer, querySerializer } = writeParameters(operation, parts, () => '')(cookies);
  const query = querySerializer(parts.query);
  const headers = { ...(parts.header as Record<string, string>), ...cookies };
  return { target: pathSerializer(path, parts.path) + (query && `?${query}`), headers };
}
