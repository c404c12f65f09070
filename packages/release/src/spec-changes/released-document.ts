import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Document } from '@plumbline/spec-tools/document/document';

/**
 * The document of a vendor as npm has it, in the latest release of its package; `undefined` where it was never released.
 * Rejects where npm cannot tell.
 */
export async function releasedDocument(vendor: string): Promise<Document | undefined> {
  const name = `@plumbline/spec-${vendor}`;
  const folder = mkdtempSync(join(tmpdir(), 'released-'));
  try {
    // Installed and not packed, so that it need not be unpacked.
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
      `npm could not get ${name}, so what changed is unknown: ${code}, ${summary}. Is the registry in reach?`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The document of a vendor in a folder that holds released ones as `<vendor>.json`; `undefined` where it has none. */
export function documentIn(folder: string, vendor: string): Document | undefined {
  const path = join(folder, `${vendor}.json`);
  return existsSync(path) ? readDocument(path, path) : undefined;
}

function readDocument(path: string, origin: string): Document {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${origin} holds no document that can be read.`, { cause });
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

/** What npm prints under `--json` when it fails. */
function errorIn(output: string): { code: string; summary: string } {
  try {
    const { code, summary } = JSON.parse(output).error;
    return { code, summary: String(summary).split('\n')[0] ?? '' };
  } catch {
    return { code: 'no answer', summary: output.trim() };
  }
}
