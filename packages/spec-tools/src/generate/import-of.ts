/** An import of types, on one line if it is short; empty if there are none. */
export function importOf(names: readonly string[], module: string): string {
  if (names.length === 0) return '';
  const line = `import type { ${names.join(', ')} } from '${module}';\n`;
  return line.length > 130
    ? `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '${module}';\n`
    : line;
}
