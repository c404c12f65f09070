import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** The versions of a package that npm has; `undefined` where npm cannot be asked. */
export async function versionsOnNpm(name: string): Promise<readonly string[] | undefined> {
  const child = spawn('npm', ['view', name, 'versions', '--json', '--prefer-online'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  try {
    const answer: string | readonly string[] | { error: { code: string } } = JSON.parse(output);
    if (typeof answer === 'string') return [answer];
    if (!('error' in answer)) return answer;
    return answer.error.code === 'E404' ? [] : undefined;
  } catch {
    return undefined;
  }
}
