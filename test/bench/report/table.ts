/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map((_, column) => (column ? '---:' : '---')).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}
