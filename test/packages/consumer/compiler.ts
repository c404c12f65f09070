import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A TypeScript version of users. */
export type Compiler = 'typescript-5' | 'typescript-7';

/** The module resolution of a project. */
export type Resolution = 'nodenext' | 'bundler';

/** The cost of type-checking a file. */
export interface Cost {
  /** The number of type instantiations. The same on every machine. */
  readonly instantiations: number;
  readonly types: number;
  /** The number of files read, with those of the compiler. */
  readonly files: number;
  /** Check time in milliseconds. */
  readonly check: number;
  /** Total time in milliseconds. */
  readonly total: number;
}

export interface Project {
  readonly compiler: Compiler;
  readonly resolution: Resolution;
  /** The folder from which its packages resolve. */
  readonly folder: string;
  readonly file: string;
  readonly types?: readonly string[];
}

const require = createRequire(import.meta.url);

/** The folder of an installed compiler. */
export function compilerFolder(compiler: Compiler): string {
  return dirname(require.resolve(`${compiler}/package.json`));
}

/**
 * Type-checks a file and its libraries in strict mode.
 *
 * @throws {Error} When the compiler reports an error. The message has its output.
 */
export function check({ compiler, resolution, folder, file, types = [] }: Project): Cost {
  const configuration = {
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
      module: resolution === 'nodenext' ? 'nodenext' : 'preserve',
      moduleResolution: resolution,
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types,
    },
    files: [file],
  };
  const path = join(folder, `tsconfig.${compiler}.${resolution}.json`);
  writeFileSync(path, JSON.stringify(configuration));
  const tsc = join(compilerFolder(compiler), 'bin', 'tsc');
  // With one thread, each run counts the same instantiations.
  const threads = compiler === 'typescript-7' ? ['--singleThreaded'] : [];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [tsc, '--project', path, '--extendedDiagnostics', ...threads],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${compiler}, ${resolution}, ${file}:\n${stdout.split('\nFiles:')[0]}${stderr}`);
  const number = (name: string) => Number(stdout.match(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm'))?.[1]);
  return {
    instantiations: number('Instantiations'),
    types: number('Types'),
    files: number('Files'),
    check: number('Check time') * 1000,
    total: number('Total time') * 1000,
  };
}
