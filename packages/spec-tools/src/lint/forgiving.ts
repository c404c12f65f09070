import type { Rule } from './rule.ts';

/** A rule that reports what it cannot read: a throw would end the run, and hide what `struct` says of a malformed document. */
export function forgiving(rule: Rule): Rule {
  return () => {
    const visitors = Object.entries(rule()).map(([type, visit]): [string, typeof visit] => [
      type,
      (node, context, resolved) => {
        try {
          visit(node, context, resolved);
        } catch (cause) {
          const message = `Cannot be checked (${cause}). First fix what \`struct\` reports here or below.`;
          context.report({ message, location: context.location });
        }
      },
    ]);
    return Object.fromEntries(visitors);
  };
}
