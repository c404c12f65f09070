import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How a runtime comes by the packages: as a module, by `require()` from CommonJS, or in a bundle that esbuild made. */
export type Load = 'import' | 'require' | 'bundle';

/** What the suite sends with; `undici-…` is `createUndiciFetch()` over that version, a package of package.json here. */
export type Transport = 'default' | 'fetch' | 'undici-7-30' | 'undici-8';

/** Something that runs JavaScript. */
export interface Runtime {
  /** As it is called on the command line. */
  readonly id: string;
  /** As a person calls it. */
  readonly name: string;
  readonly loads: readonly Load[];
  readonly transports: readonly Transport[];
  /** Its version; `undefined` where it is not installed. */
  version(): string | undefined;
  /** The command that runs a script in a folder. A page's address is given for browsers. */
  command(script: string, folder: string, page: string): readonly string[];
}

/** A running program. */
export interface Program {
  /** Settles when it has ended, with its exit code and what it printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  stop(): void;
}

/** Names of variables that send the requests of a program elsewhere, as the machine of a developer may have them set. */
const proxies = /^(https?_proxy|no_proxy|all_proxy|node_use_env_proxy|node_options)$/i;

/** Starts a command in a folder. */
export function start(
  [file = '', ...parameters]: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Program {
  const own = Object.entries(process.env).filter(([name]) => !proxies.test(name));
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
    child.on('close', (code) => resolve({ code, output: `${output.trim()}\nIt ended with ${code}.` }));
  });
  return { ended, stop: () => void child.kill('SIGKILL') };
}

/** The version that a program tells; `undefined` where there is no such program. */
export function versionOf(file: string): string | undefined {
  if (!file) return undefined;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.match(/\d+[.-][\d.-]+/)?.[0] : undefined;
}

/** The path of a file in a package that `npm ci` installed here; empty where it did not. */
export function installed(name: string, file: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
  } catch {
    return '';
  }
}
