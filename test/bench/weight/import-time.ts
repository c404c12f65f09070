import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../cpu/median.ts';
import { folder } from './bundle.ts';

const runs = 9;

/** Milliseconds that importing takes each, by specifier: a fresh process, the median of nine, less that of an empty program. */
export function measureImports(specifiers: readonly string[]): ReadonlyMap<string, number> {
  const empty = prepare('empty', '');
  const programs = specifiers.map((specifier, index) => ({
    specifier,
    path: prepare(String(index), `import '${specifier}';\n`),
    samples: [] as number[],
  }));
  const base: number[] = [];
  for (let run = 0; run < runs; run++) {
    base.push(time(empty));
    for (const { path, samples } of programs) samples.push(time(path));
  }
  return new Map(programs.map(({ specifier, samples }) => [specifier, median(samples) - median(base)]));
}

function prepare(name: string, program: string): string {
  const path = join(folder, 'imports', `${name}.mjs`);
  mkdirSync(join(folder, 'imports'), { recursive: true });
  writeFileSync(path, program);
  return path;
}

function time(path: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path} failed: ${stderr}`);
  return performance.now() - start;
}
