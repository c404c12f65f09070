import type { Shape } from './shape.ts';

/** The values that are known of a shape, and whether others may come, as a sentence in Markdown. Nothing where none is known. */
export function knownValues({ values, open }: Shape): string | undefined {
  if (values.length === 0) return undefined;
  const list = values.map((value) => `\`${value}\``).join(', ');
  if (open) return `Known values: ${list}; others may come.`;
  return values.length > 1 ? `One of ${list}.` : `Always ${list}.`;
}
