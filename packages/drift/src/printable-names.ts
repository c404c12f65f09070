/** Gives a name in its printed form. */
export type PrintName = (name: string) => string;

/** What is printed in place of a name that may be personal data. */
export const hiddenName = '(not shown)';

/** Names are cut to this length. */
const longest = 60;

/**
 * Makes the rule for names that a vendor sends (keys, enum values, media types): a name is printed when the spec contains it.
 *
 * @param showNames Prints every name. Some may be personal data, so this is for a terminal and not for a public log.
 */
export function createNamePrinter(document: object, showNames: boolean): PrintName {
  const known = new Set<string>();
  collectNames(document, known);
  return (name) => (showNames || known.has(name) ? quote(name) : hiddenName);
}

function collectNames(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties' || key === 'content') for (const name of Object.keys(Object(value))) names.add(name);
    if (key === 'enum' || key === 'const') for (const name of [value].flat()) names.add(String(name));
    collectNames(value, names);
  }
}

/** Control characters could change what a terminal shows. */
function quote(name: string): string {
  return JSON.stringify(name.slice(0, longest)).replace(/\p{C}/gu, '?');
}
