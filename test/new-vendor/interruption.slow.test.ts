/** A signal ends the command that adds a vendor, with every program that it runs. The repository is as before. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRepository, type RepositoryCopy } from './repository-copy.ts';

const document = join(import.meta.dirname, 'pet-shop.yaml');

/**
 * An npm that changes what `npm install` changes. In its `held` command it connects to the test, and so does a program that it starts:
 * a connection closes when its process has ended.
 */
const npm = (held: string, port: number) => `#!${process.execPath}
const { appendFileSync, symlinkSync } = require('node:fs');
const [command] = process.argv.slice(2);
if (command === 'install') {
  symlinkSync('../../packages/stopped', 'node_modules/@plumbline/stopped');
  symlinkSync('../../specs/stopped', 'node_modules/@plumbline/spec-stopped');
  for (const lockfile of ['package-lock.json', 'node_modules/.package-lock.json']) appendFileSync(lockfile, ' ');
}
if (command === '${held}') {
  require('node:net').connect(${port}, '127.0.0.1');
  require('node:child_process').spawn(process.execPath, ['-e', "require('node:net').connect(${port}, '127.0.0.1')"]);
}
`;

describe.skipIf(process.platform === 'win32')('an interrupted command', () => {
  let copy: RepositoryCopy;
  let server: Server;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    copy = copyRepository();
    writeFileSync(join(copy.folder, 'node_modules', '.package-lock.json'), '{}');
    server = createServer((socket) => sockets.push(socket.resume().on('error', () => {}))).listen(0, '127.0.0.1');
    await once(server, 'listening');
  }, 300_000);
  afterAll(() => {
    server.close();
    copy.remove();
    rmSync(`${copy.folder}-bin`, { recursive: true, force: true });
  });

  const runs = () => join(copy.folder, '.turbo', 'runs');
  /** What an interruption could leave: files, stages, links, the notes of npm and of turbo, whose cache stays. */
  const state = () => [
    existsSync(runs()) ? readdirSync(runs()) : [],
    copy.files(),
    readdirSync(copy.folder).filter((name) => name !== '.turbo'),
    readdirSync(join(copy.folder, 'node_modules', '@plumbline')),
    readFileSync(join(copy.folder, 'node_modules', '.package-lock.json'), 'utf8'),
  ];

  it.each([
    { at: 'the lint', until: /^lint$/m, signal: 'SIGHUP', status: 129, held: '', group: false },
    { at: 'the compiler', until: /^compile$/m, signal: 'SIGINT', status: 130, held: '', group: true },
    { at: 'the calls', until: /^calls 1 of/m, signal: 'SIGTERM', status: 143, held: '', group: false },
    { at: '`npm install`', until: /^install$/m, signal: 'SIGTERM', status: 143, held: 'install', group: false },
    { at: '`npm install`', until: /^install$/m, signal: 'SIGINT', status: 130, held: 'install', group: true },
    { at: 'the build', until: /^Running build/m, signal: 'SIGTERM', status: 143, held: 'run', group: false },
  ] as const)(
    'new-vendor leaves nothing behind after $signal during $at',
    async ({ until, signal, status, held, group }) => {
      const bin = `${copy.folder}-bin`;
      mkdirSync(bin, { recursive: true });
      writeFileSync(join(bin, 'npm'), npm(held, (server.address() as AddressInfo).port));
      chmodSync(join(bin, 'npm'), 0o755);
      const before = state();
      const first = sockets.length;
      const child = spawn(
        process.execPath,
        [join('scripts', 'new-vendor.ts'), 'stopped', '--from', document],
        // Only the fake npm is found by name.
        { cwd: copy.folder, env: { ...process.env, PATH: bin }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      let stderr = '';
      const reached = new Promise<void>((resolve) => {
        child.stderr.setEncoding('utf8').on('data', (text) => {
          stderr += text;
          if (until.test(stderr)) resolve();
        });
      });
      const closed = once(child, 'close');
      await Promise.race([reached, closed]);
      if (held) while (sockets.length < first + 2) await once(server, 'connection');
      if (group) process.kill(-(child.pid ?? 0), signal);
      else child.kill(signal);
      expect(await closed).toEqual([status, null]);
      expect(stderr).toContain(`\n${signal} ended the command. Nothing was written.\n`);
      expect(stderr).not.toMatch(/\n {4}at /);
      await Promise.all(sockets.slice(first).map((socket) => socket.closed || once(socket, 'close')));
      expect(state()).toEqual(before);
    },
  );
});
