import { addCookie } from '../pipeline/cookie.ts';
import type { OperationDefinition, ParameterDefinition } from '../pipeline/operation.ts';
import { refuseOption } from './check-text.ts';
import type { RequestParts } from './input.ts';
import { type ParameterPlace, parameterText } from './parameter-text.ts';
import { fillPath } from './path.ts';

type Query = Readonly<Record<string, unknown>>;
type WriteQuery = (query: Query) => string;

/** What openapi-fetch takes for one request. */
interface RequestOptions {
  readonly pathSerializer: typeof fillPath;
  readonly querySerializer: WriteQuery;
}

/**
 * Writes the parameters of a call that openapi-fetch does not write. Those of headers become text in the parts of the request.
 *
 * @param writeOthers Writes the other parameters of a query.
 * @returns A function that completes the request. It adds cookies to the headers that it is given.
 */
export type WriteParameters = (
  operation: OperationDefinition,
  parts: RequestParts,
  writeOthers: WriteQuery,
) => (headers: Record<string, string>) => RequestOptions;

/**
 * Writes lists, objects, cookies and other media types by their `style`, `explode`, `content` and `allowReserved` (OpenAPI 3.1 §4.8.12),
 * for definitions of clients.
 *
 * An empty list and an empty object are left out, as RFC 6570 does. Where OpenAPI leaves open how something is written: an object or a
 * list in another one is JSON, but `deepObject` nests brackets as Rails, Stripe and qs read them: `a[b][c]=1`, `a[]=1&a[]=2`,
 * `a[0][b]=1`.
 *
 * @throws {PlumblineError} If a value cannot be sent. The message has its place, not the value.
 */
export const writeParameters: WriteParameters = (operation, parts, writeOthers) => {
  const { path, parameters = {}, query: fixed } = operation;
  const segments = new Map<string, string>();
  const written = new Set<string>();
  let cookies: string | undefined;
  for (const key of Object.keys(parameters)) {
    const definition = parameters[key] as ParameterDefinition;
    const place = (definition.in ?? (path.includes(`{${key}}`) ? 'path' : 'query')) as ParameterPlace;
    const name = definition.name ?? key;
    const values = parts[place];
    if (!values || values[name] === undefined || !needsWriting(definition)) continue;
    const text = parameterText({ label: path, place, name, key, definition }, values[name]);
    if (place === 'path') segments.set(`{${name}}`, text ?? '');
    else if (text === undefined) delete values[name];
    else if (place === 'cookie') cookies = addCookie(cookies, text);
    else values[name] = text;
    if (place === 'query') written.add(name);
  }
  const writeSegment = (name: string): string => {
    const text = segments.get(name) ?? name;
    // URL parsers resolve dots even if they are encoded.
    if (/^(\.|%2e){0,2}$/i.test(text)) refuseOption(path, name.slice(1, -1), 'is not a path segment.');
    return text;
  };
  return (headers) => {
    if (cookies) headers.cookie = addCookie(headers.cookie, cookies);
    return {
      // A value has no braces, because they are encoded.
      pathSerializer: (template, values) => fillPath(template.replace(/\{[^{}]+\}/g, writeSegment), values, path),
      querySerializer: (query) => {
        const texts = Object.entries(query).map(([name, value]) =>
          written.has(name) ? value : writeOthers({ [name]: value }),
        );
        return [fixed, ...texts].filter(Boolean).join('&');
      },
    };
  };
};

function needsWriting({ in: place, style, content, allowReserved }: ParameterDefinition): boolean {
  return Boolean(style || content || allowReserved || place === 'cookie');
}
