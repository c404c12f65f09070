import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { root } from '@plumbline/repository/repository';

const require = createRequire(import.meta.url);

/** The file that `npx prism` runs. */
export const prismPath: string = require.resolve('@stoplight/prism-cli');

/** A running `prism` command. */
export interface PrismCommand {
  /** Scheme, host and port, without the path of the vendor's server. */
  readonly url: string;
  /** Resolves when the process has ended, with its exit code or signal, and the last lines of its standard error. */
  readonly ended: Promise<string>;
  /** Ends the process, and waits for its end. */
  close(): Promise<void>;
}

// Standard input closes when this process ends, even by SIGKILL. Without this, the command would keep its port.
const endWithParent = 'data:text/javascript,process.stdin.on("close", () => process.exit()).resume().unref()';

/**
 * Runs the `prism` command that a user runs with `npx prism`, in the root of the repository. Resolves when it listens.
 *
 * @param parameters The arguments after `prism`, such as `mock`, `--errors` and the path of a document.
 * @throws Error when the command ends before it listens. The message contains the last lines of its standard error.
 */
export async function startPrism(parameters: readonly string[]): Promise<PrismCommand> {
  const child = spawn(process.execPath, ['--import', endWithParent, prismPath, ...parameters], {
    cwd: root,
    // Colors would be part of the address. In production, Prism forks a process of its own.
    env: { ...process.env, FORCE_COLOR: '0', NODE_ENV: 'development' },
  });
  const lastLines: string[] = [];
  createInterface(child.stderr).on('line', (line) => {
    if (line.trim()) lastLines.push(line.trim());
    if (lastLines.length > 10) lastLines.shift();
  });
  const ended = once(child, 'close').then(
    ([code, signal]) => `${signal ?? `exit code ${code}`}${lastLines.map((line) => `\n  ${line}`).join('')}`,
    (error: Error) => error.message,
  );
  const listening = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const [, url] = line.match(/Prism is listening on (http:\S+)/) ?? [];
      if (url) resolve(url);
    });
  });
  const failed = ended.then((how): never => {
    throw new Error(`prism ${parameters.join(' ')} ended before it listened: ${how}`);
  });
  const url = await Promise.race([listening, failed]);
  // A process that ends after it listened did not fail to start.
  failed.catch(() => {});
  const close = async () => {
    child.kill();
    await ended;
  };
  return { url, ended, close };
}
