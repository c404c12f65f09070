import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The options of a project for each module resolution. */
const resolutions = {
  // As `tsc --init` sets it. Without it, CommonJS has no default import of a module that is one value: the data of a sandbox.
  node10: { module: 'commonjs', moduleResolution: 'node10', esModuleInterop: true },
  node16: { module: 'node16', moduleResolution: 'node16' },
  node18: { module: 'node18', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'preserve', moduleResolution: 'bundler' },
};
/** The module resolution of a project. */
export type Resolution = keyof typeof resolutions;

const older: readonly Resolution[] = ['node10', 'node16', 'nodenext', 'bundler'];
const newer: readonly Resolution[] = [...older, 'node18'];
/** The TypeScript versions of users, and the module resolutions that each has. `typescript-5` is 5.9. */
export const resolutionsOf = {
  'typescript-5.4': older,
  'typescript-5.5': older,
  'typescript-5.6': older,
  'typescript-5.7': older,
  'typescript-5.8': newer,
  'typescript-5': newer,
  'typescript-6': newer,
  'typescript-7': newer.filter((resolution) => resolution !== 'node10'),
};
export type Compiler = keyof typeof resolutionsOf;

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
  readonly files: readonly string[];
  readonly types?: readonly string[];
  /** Libraries of the platform. @default those of browsers */
  readonly lib?: readonly string[];
}

const require = createRequire(import.meta.url);
const browser = ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'];

/** The folder of an installed package. */
export function installedFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/**
 * Type-checks files and their libraries in strict mode.
 *
 * @throws {Error} When the compiler reports an error. The message has its output.
 */
export function check({ compiler, resolution, folder, files, types = [], lib = browser }: Project): Cost {
  const configuration = {
    compilerOptions: {
      target: 'es2022',
      lib,
      ...resolutions[resolution],
      // TypeScript 6 has it for the last time.
      ...(compiler === 'typescript-6' && resolution === 'node10' && { ignoreDeprecations: '6.0' }),
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types,
      typeRoots: [join(import.meta.dirname, 'node_modules', '@types')],
    },
    files,
  };
  const path = join(folder, `tsconfig.${compiler}.${resolution}.json`);
  writeFileSync(path, JSON.stringify(configuration));
  const tsc = join(installedFolder(compiler), 'bin', 'tsc');
  // With one thread, each run counts the same instantiations.
  const threads = compiler === 'typescript-7' ? ['--singleThreaded'] : [];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [tsc, '--project', path, '--extendedDiagnostics', ...threads],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${compiler}, ${resolution}, ${files}:\n${stdout.split('\nFiles:')[0]}${stderr}`);
  const number = (name: string) => Number(stdout.match(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm'))?.[1]);
  return {
    instantiations: number('Instantiations'),
    types: number('Types'),
    files: number('Files'),
    check: number('Check time') * 1000,
    total: number('Total time') * 1000,
  };
}
