import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How a runtime loads the packages: by `import`, by `require()`, or in a bundle by esbuild. */
export type Load = 'import' | 'require' | 'bundle';

/** The transport of the suite. `undici-…` is `createUndiciFetch()` over that package of package.json here. */
export type Transport = 'default' | 'fetch' | 'undici-7-30' | 'undici-8';

/** A JavaScript runtime. */
export interface Runtime {
  /** Name on the command line. */
  readonly id: string;
  /** Name in the tables. */
  readonly name: string;
  readonly loads: readonly Load[];
  readonly transports: readonly Transport[];
  /** Its version; `undefined` if it is not installed. */
  version(): string | undefined;
  /**
   * The program and its parameters that run a script in a folder.
   *
   * @param page URL of a page that loads the script, for browsers.
   */
  command(script: string, folder: string, page: string): readonly string[];
}

/** A running program. */
export interface Program {
  /** Resolves when the program has ended, with its exit code and its output. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  stop(): void;
}

/** Environment variables of a developer's machine that would redirect the requests of a program. */
const proxyVariables = /^(https?_proxy|no_proxy|all_proxy|node_use_env_proxy|node_options)$/i;

/** Starts a command in a folder. */
export function start(
  [file = '', ...parameters]: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Program {
  const own = Object.entries(process.env).filter(([name]) => !proxyVariables.test(name));
  const env = { ...Object.fromEntries(own), ...environment };
  const child = spawn(file, parameters, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended: Program['ended'] = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output: `${output.trim()}\nThe program exited with code ${code}.` }));
  });
  return { ended, stop: () => void child.kill('SIGKILL') };
}

/** The version that a program prints; `undefined` if it is not installed. */
export function versionOf(file: string): string | undefined {
  if (!file) return undefined;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.match(/\d+[.-][\d.-]+/)?.[0] : undefined;
}

/** Path of a file in a package that `npm ci` installed here; empty if it is not installed. */
export function installed(name: string, file: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
  } catch {
    return '';
  }
}
