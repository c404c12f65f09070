import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Asks npm for the versions of a package. Gives `undefined` if npm cannot be reached. */
export async function versionsOnNpm(name: string): Promise<readonly string[] | undefined> {
  const child = spawn('npm', ['view', name, 'versions', '--json', '--prefer-online'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  try {
    const response: string | readonly string[] | { error: { code: string } } = JSON.parse(output);
    if (typeof response === 'string') return [response];
    if (!('error' in response)) return response;
    return response.error.code === 'E404' ? [] : undefined;
  } catch {
    return undefined;
  }
}
