import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Runs a script as npm does, in a folder that has these files below `node_modules`, by a Node that says that it has this version. */
function start({ modules, version = process.versions.node }: { modules: readonly string[]; version?: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'install-'));
  folders.push(folder);
  mkdirSync(join(folder, 'scripts'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(join(import.meta.dirname, 'check-install.js'), join(folder, 'scripts', 'check-install.js'));
  writeFileSync(join(folder, 'scripts', 'demo.ts'), 'const ran: string = "The script ran."; console.log(ran);');
  for (const path of modules) {
    mkdirSync(join(folder, 'node_modules', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', path), '');
  }
  const versions = JSON.stringify({ ...process.versions, node: version });
  const asOther = `data:text/javascript,Object.defineProperty(process,'versions',{value:${encodeURIComponent(versions)}})`;
  const words = ['--import', asOther, '--import', './scripts/check-install.js', 'scripts/demo.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const complete = ['.package-lock.json', 'node/bin/node', 'turbo/package.json'];

describe('check-install', () => {
  it.each([
    ['no node_modules', []],
    ['an interrupted install', ['node/package.json', 'turbo/package.json']],
  ])('check-install asks for `npm ci` where there is %s', (_, modules) => {
    expect(start({ modules })).toEqual({
      status: 1,
      stdout: '',
      stderr: 'The dependencies are not installed, or the install was interrupted: run `npm ci`.\n',
    });
  });

  it.each(['20.19.0', '22.23.3', '24.1.0'])(
    'check-install says how to get Node 24 where install scripts were off and Node is %s',
    (version) => {
      expect(start({ modules: ['.package-lock.json', 'node/package.json', 'turbo/package.json'], version })).toEqual({
        status: 1,
        stdout: '',
        stderr: `This is Node ${version}. The install lacks Node 24, which an install script adds: run \`npm rebuild node --ignore-scripts=false\`.\n`,
      });
    },
  );

  it.each(['24.2.0', '24.21.0', '26.0.0'])('check-install lets a script run on Node %s', (version) => {
    expect(start({ modules: complete, version })).toEqual({ status: 0, stdout: 'The script ran.\n', stderr: '' });
  });

  it('check-install needs no install script where the Node of the machine is new enough', () => {
    const modules = ['.package-lock.json', 'node/package.json', 'turbo/package.json'];
    expect(start({ modules }).stdout).toBe('The script ran.\n');
  });
});
