import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';
import type { Document } from '@plumbline/spec-tools/document/document';

/**
 * Gets the document of a vendor from the latest release on npm, or `undefined` if it was never released.
 *
 * @throws {Error} If npm cannot be reached.
 */
export async function releasedDocument(vendor: string): Promise<Document | undefined> {
  const name = `@plumbline/spec-${vendor}`;
  const folder = makeTemporaryFolder('released-');
  try {
    // Installed, since `npm pack` would give a tarball to unpack.
    const options = [
      '--prefix=.',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--prefer-online',
      '--json',
    ];
    const { status, output } = await npm(folder, 'install', `${name}@latest`, ...options);
    if (status === 0) return readDocument(join(folder, 'node_modules', name, 'dist', 'openapi.json'), name);
    const { code, summary } = errorIn(output);
    if (code === 'E404') return undefined;
    throw new Error(
      `npm could not get ${name}, so the changes are unknown: ${code}, ${summary}. Is the registry reachable?`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the document of a vendor from `<vendor>.json` in a folder, if the file exists. */
export function documentIn(folder: string, vendor: string): Document | undefined {
  const path = join(folder, `${vendor}.json`);
  return existsSync(path) ? readDocument(path, path) : undefined;
}

function readDocument(path: string, origin: string): Document {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${origin} is not a readable document.`, { cause });
  }
}

async function npm(folder: string, ...parameters: string[]): Promise<{ status: number | null; output: string }> {
  const child = spawn('npm', parameters, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [output, [status]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>]);
  return { status, output };
}

/** The error that npm prints with `--json`. */
function errorIn(output: string): { code: string; summary: string } {
  try {
    const { code, summary } = JSON.parse(output).error;
    return { code, summary: String(summary).split('\n')[0] ?? '' };
  } catch {
    return { code: 'no answer', summary: output.trim() };
  }
}
