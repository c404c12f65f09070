import { PlumblineError } from '../errors/plumbline-error.ts';

/**
 * Fills a path template. Every value stays one segment: what would change the route is encoded, or refused where no
 * encoding keeps it a value (`.` and `..` are folded by URL parsers even when encoded, WHATWG URL §4.1).
 *
 * `:` and `@` stay as they are: RFC 3986 §3.3 allows them, and MagicBell reads `email:mary@example.com` only so.
 */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    const segment = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    // `\p{Surrogate}` is half a character, which has no encoding.
    if (/^\.{0,2}$|\p{Surrogate}/u.test(segment)) {
      const why =
        value === undefined ? 'is missing.' : 'cannot stand in a path. Pass text that is not empty, "." or "..".';
      throw new PlumblineError(`\`${name}\` ${why}`);
    }
    return encodeURIComponent(segment).replace(/%3A/g, ':').replace(/%40/g, '@');
  });
}
