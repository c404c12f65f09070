import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Nodes, Root } from 'mdast';

/**
 * Fills a code block ` ```ts sample=errors#narrow ` with a region of `test/snippets/guides/errors.ts`, which the tests compile and run.
 * Without `#`, the whole file. A region stands between `// #region narrow` and `// #endregion`.
 */
export function sampleCode(): (tree: Root) => void {
  const fill = (node: Nodes) => {
    if (node.type === 'code') {
      const [, file, region] = /\bsample=([\w-]+)(?:#([\w-]+))?/.exec(node.meta ?? '') ?? [];
      if (file) node.value = cut(file, region);
    }
    if ('children' in node) for (const child of node.children) fill(child);
  };
  return fill;
}

function cut(file: string, region: string | undefined): string {
  const place = `test/snippets/guides/${file}.ts`;
  const lines = readFileSync(join(root, place), 'utf8').replace(/\r\n/g, '\n').trimEnd().split('\n');
  const from = region === undefined ? -1 : lines.findIndex((line) => line.trim() === `// #region ${region}`);
  if (region !== undefined && from < 0) throw new Error(`${place} has no region ${region}.`);
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
