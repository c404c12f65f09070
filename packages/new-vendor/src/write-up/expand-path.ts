import { singular, untaken } from '../naming.ts';
import { type Notes, noteOpen } from '../notes.ts';
import type { Node } from '../read/source.ts';

/** An expression of a path, which may have braces inside: `{id:[0-9]{4}}`. */
const expression = /\{((?:[^{}]|\{[^{}]*\})+)\}/g;

/**
 * Writes a path with templates of Google's APIs (`{name=projects/*}`), of RFC 6570 (`{+name}`), of API Gateway (`{name+}`) or of frameworks
 * (`{id:[0-9]+}`) as OpenAPI has them. A parameter of several segments becomes one for each: `projects/{project}`.
 *
 * @param parameters The parameters of the operation, without references.
 * @param notes Receive the parameters that may have any number of segments, which OpenAPI cannot say.
 */
export function expandPath(
  path: string,
  parameters: readonly Node[],
  notes: Notes,
): { path: string; parameters: readonly Node[] } {
  const byName = new Map(parameters.filter((one) => one.in === 'path').map((one) => [String(one.name), one]));
  const taken = new Set(parameters.map(({ name }) => String(name)));
  const replaced = new Set<string>();
  const added: Node[] = [];
  const expanded = path.replace(expression, (whole, text: string) => {
    if (byName.has(text) || /^[^=:*+#/.;?&]+$/.test(text)) return whole;
    const [, operator, name = '', pattern = ''] = /^([+#/.;]?)([^=:*+]*)(.*)$/s.exec(text) ?? [];
    const segments =
      operator && operator !== '+' ? [] : segmentsOf(pattern || byName.get(name)?.schema?.pattern || '**');
    if (segments.length === 0 || segments.includes('**') || /^[*+]/.test(pattern)) {
      noteOpen(notes, 'path parameters that may have slashes, such as `{+name}`: a slash is sent as `%2F`', path);
      return `{${name}}`;
    }
    if (segments.length === 1 && segments[0] === '*') return `{${name}}`;
    replaced.add(name);
    const parts = segments.map((segment, index) => {
      if (segment !== '*') return segment;
      const before = segments[index - 1] ?? '*';
      const part = untaken(before === '*' ? name : singular(before), (one) => taken.has(one));
      taken.add(part);
      added.push({ name: part, in: 'path', required: true, schema: { type: 'string' } });
      return `{${part}}`;
    });
    for (const one of added) one.description ??= `Part of \`${name}\`: \`${parts.join('/')}\`.`;
    return parts.join('/');
  });
  return {
    path: expanded,
    parameters: [...parameters.filter((one) => one.in !== 'path' || !replaced.has(one.name)), ...added],
  };
}

/** The segments of a pattern, with `*` for any one. Empty if the pattern is of another form. */
function segmentsOf(pattern: string): string[] {
  if (pattern.startsWith('=')) return pattern.slice(1).split('/');
  const text = pattern
    .replace(/^:?\^?|\$$/g, '')
    .replace(/\[\^\/\][+*]/g, '*')
    .replace(/\\([-/])/g, '$1');
  const segments = text.split('/');
  if (segments.every((segment) => /^(\*|[\w-]+)$/.test(segment))) return segments;
  // A pattern of characters among which there is no slash.
  return pattern.startsWith(':') && !/[./]|\[\^|\\[SWD]/.test(text) ? ['*'] : [];
}
