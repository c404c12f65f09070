import { PlumblineError } from '../errors/plumbline-error.ts';
import { textOf } from './values.ts';

/**
 * Fills a path template. Every value stays one segment: characters that would change the route are encoded. `.` and `..` are
 * refused, because URL parsers resolve them even if they are encoded (WHATWG URL §4.1).
 *
 * `:` and `@` are not encoded: RFC 3986 §3.3 allows them, and MagicBell reads `email:mary@example.com` only in this form.
 *
 * @param label The operation in error messages. @default the template
 * @throws {PlumblineError} If a value is missing or cannot be one segment. The message does not contain the value.
 */
export function fillPath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  label: string = template,
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    const segment = textOf(value) ?? '';
    if (/^\.{0,2}$/.test(segment)) {
      const problem =
        value === undefined ? 'is missing.' : 'is not a path segment. Pass text other than "", "." and "..".';
      throw new PlumblineError(`${label}: \`${name}\` ${problem}`);
    }
    return encodeSegment(segment);
  });
}

export function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(/%3A/g, ':').replace(/%40/g, '@');
}
