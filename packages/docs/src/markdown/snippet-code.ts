import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Nodes, Root } from 'mdast';

/**
 * A remark plugin that fills a code block ` ```ts snippet=errors#narrow ` with a region of `test/snippets/guides/errors.ts`.
 * The tests compile and run that file. Without `#`, the block gets the whole file.
 * A region begins with `// #region narrow` and ends with `// #endregion`.
 */
export function snippetCode(): (tree: Root) => void {
  const fill = (node: Nodes) => {
    if (node.type === 'code') {
      const [, file, region] = /\bsnippet=([\w-]+)(?:#([\w-]+))?/.exec(node.meta ?? '') ?? [];
      if (file) node.value = readRegion(file, region);
    }
    if ('children' in node) for (const child of node.children) fill(child);
  };
  return fill;
}

/** Reads a region of a guide's snippet, or the whole snippet without region comments. */
export function readRegion(file: string, region: string | undefined): string {
  const path = `test/snippets/guides/${file}.ts`;
  const lines = readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n').trimEnd().split('\n');
  const from = region === undefined ? -1 : lines.findIndex((line) => line.trim() === `// #region ${region}`);
  if (region !== undefined && from < 0) throw new Error(`${path} has no region ${region}.`);
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => line.trim() === '// #endregion');
  const part = region === undefined || end < 0 ? rest : rest.slice(0, end);
  const code = part.filter((line) => !/^\s*\/\/ #(end)?region/.test(line));
  const indent = Math.min(...code.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return code
    .map((line) => line.slice(indent))
    .join('\n')
    .trim();
}
