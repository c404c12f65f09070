import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const runs = 11;

/** What importing takes, in milliseconds of CPU. */
export interface ImportTimes {
  /** A process that imports nothing. */
  readonly empty: number;
  /** What each import takes beyond that, by specifier. */
  readonly over: ReadonlyMap<string, number>;
}

/**
 * Measures what importing takes: the smallest of eleven fresh processes, which take turns. CPU and the smallest, since
 * other work on the machine adds to all else.
 *
 * @param folder Where the programs are thought to be; they are gone afterwards.
 */
export function measureImports(specifiers: readonly string[], folder: string): ImportTimes {
  const place = mkdtempSync(join(folder, 'import-'));
  try {
    const programs = ['', ...specifiers].map((specifier, index) => {
      const path = join(place, `${index}.mjs`);
      writeFileSync(path, `${specifier && `import '${specifier}';`}\n${report}`);
      return { specifier, path, samples: [] as number[] };
    });
    for (let run = 0; run < runs; run++) for (const { path, samples } of programs) samples.push(cpuOf(path));
    const [empty = Number.NaN, ...times] = programs.map(({ samples }) => Math.min(...samples));
    const over = new Map(specifiers.map((specifier, index) => [specifier, (times[index] ?? Number.NaN) - empty]));
    return { empty, over };
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** Ends each program: tells the CPU that its process took, in milliseconds. */
const report = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(String((user + system) / 1000));
});`;

function cpuOf(path: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
  // A package may print something of its own.
  const milliseconds = Number(stdout.match(/[\d.]+$/)?.[0]);
  if (status !== 0 || Number.isNaN(milliseconds)) throw new Error(`${path} failed: ${stderr}`);
  return milliseconds;
}
