/** A Markdown table with a column for each runtime. A row is its name and a cell for each. */
export function markdownTable(
  runtimes: readonly { readonly name: string }[],
  rows: readonly (readonly string[])[],
): string {
  const head = ['', ...runtimes.map(({ name }) => name)];
  const alignment = head.map((_, index) => (index === 0 ? '---' : ':-:'));
  return [head, alignment, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
