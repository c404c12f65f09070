import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const runs = 11;

/** The CPU time of imports, in milliseconds. */
export interface ImportTimes {
  /** CPU time of a process that imports nothing. */
  readonly empty: number;
  /** CPU time of each import beyond that, by specifier. */
  readonly over: ReadonlyMap<string, number>;
}

/**
 * Measures the CPU time of imports: the minimum of eleven processes, in turns. Other work on the machine changes elapsed time and
 * averages, and hardly changes the minimum CPU time.
 *
 * @param folder The folder from which the imports resolve.
 */
export function measureImports(specifiers: readonly string[], folder: string): ImportTimes {
  const programFolder = mkdtempSync(join(folder, 'import-'));
  try {
    const programs = ['', ...specifiers].map((specifier, index) => {
      const path = join(programFolder, `${index}.mjs`);
      writeFileSync(path, `${specifier && `import '${specifier}';`}\n${report}`);
      return { specifier, path, times: [] as number[] };
    });
    for (let run = 0; run < runs; run++) for (const { path, times } of programs) times.push(cpuOf(path));
    const [empty = Number.NaN, ...minima] = programs.map(({ times }) => Math.min(...times));
    const over = new Map(specifiers.map((specifier, index) => [specifier, (minima[index] ?? Number.NaN) - empty]));
    return { empty, over };
  } finally {
    rmSync(programFolder, { recursive: true });
  }
}

/** The end of each program: prints the CPU time of its process, in milliseconds. */
const report = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(String((user + system) / 1000));
});`;

function cpuOf(path: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
  // A package may print something itself.
  const milliseconds = Number(stdout.match(/[\d.]+$/)?.[0]);
  if (status !== 0 || Number.isNaN(milliseconds)) throw new Error(`${path} failed: ${stderr}`);
  return milliseconds;
}
