import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, type Runtime, versionOf } from './runtime.ts';

const windows = process.platform === 'win32';
const exe = windows ? '.exe' : '';

function node(major: number): Runtime {
  const path = installed(`node-${major}`, `bin/node${exe}`);
  return {
    id: `node-${major}`,
    name: `Node ${major}`,
    loads: ['import', 'require'],
    version: () => versionOf(path),
    command: (script) => [path, script],
  };
}

const bunPath = installed('bun', 'bin/bun.exe');
const bun: Runtime = {
  id: 'bun',
  name: 'Bun',
  loads: ['import', 'require'],
  version: () => versionOf(bunPath),
  command: (script) => [bunPath, script],
};

const denoPath = installed('deno', `deno${exe}`);
const deno: Runtime = {
  id: 'deno',
  name: 'Deno',
  loads: ['import', 'require'],
  version: () => versionOf(denoPath),
  // Reading is what `require()` does.
  command: (script, folder) => [
    denoPath,
    'run',
    '--no-remote',
    '--allow-net=127.0.0.1',
    `--allow-read=${folder}`,
    script,
  ],
};

const workerdPath = installed('workerd', 'bin/workerd');
const workerd: Runtime = {
  id: 'workerd',
  name: 'workerd',
  loads: ['bundle'],
  version: () => versionOf(workerdPath),
  command: (script, folder) => {
    writeFileSync(join(folder, 'worker.capnp'), workerConfiguration(script));
    return [workerdPath, 'test', 'worker.capnp'];
  },
};

/** A worker that may call loopback, on the newest date of compatibility that this workerd knows. */
function workerConfiguration(script: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "${script}")],
      compatibilityDate = "2026-10-01",
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["private"])),
  ],
);
`;
}

/** `CHROMIUM` names another program than the first of these that there is. */
const chromiumPath =
  (process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome']).find(versionOf) ??
  '';
const chromium: Runtime = {
  id: 'chromium',
  name: 'Chromium',
  loads: ['bundle'],
  version: () => versionOf(chromiumPath),
  command: (_, folder, page) => [
    chromiumPath,
    '--headless',
    '--no-first-run',
    // It sees nothing but the page on loopback; as root, or in a container, it has no sandbox.
    '--no-sandbox',
    `--user-data-dir=${mkdtempSync(join(folder, 'chromium-'))}`,
    page,
  ],
};

/** What the packages are run on. */
export const runtimes: readonly Runtime[] = [node(20), node(22), node(24), node(26), bun, deno, workerd, chromium];
