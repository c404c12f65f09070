import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A TypeScript that users have. */
export type Compiler = 'typescript-5' | 'typescript-7';

/** How a project finds its packages. */
export type Resolution = 'nodenext' | 'bundler';

/** What checking a file took. */
export interface Effort {
  /** How often a generic type was filled in: the same on every machine. */
  readonly instantiations: number;
  readonly types: number;
  /** The files that were read, the compiler's own among them. */
  readonly files: number;
  /** Milliseconds. */
  readonly check: number;
  readonly total: number;
}

export interface Project {
  readonly compiler: Compiler;
  readonly resolution: Resolution;
  /** The folder that its packages are installed above or in. */
  readonly folder: string;
  readonly file: string;
  readonly types?: readonly string[];
}

const require = createRequire(import.meta.url);

/** The folder of a compiler that is installed here. */
export function compilerFolder(compiler: Compiler): string {
  return dirname(require.resolve(`${compiler}/package.json`));
}

/**
 * Type-checks one file, its libraries too, as strictly as TypeScript can.
 *
 * @throws With what the compiler says, where it finds anything.
 */
export function check({ compiler, resolution, folder, file, types = [] }: Project): Effort {
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
  // In one thread, so that two runs count the same.
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
