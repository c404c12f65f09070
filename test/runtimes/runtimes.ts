import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, type Runtime, versionOf } from './runtime.ts';

const windows = process.platform === 'win32';
const exe = windows ? '.exe' : '';

function node(major: number, transports: Runtime['transports']): Runtime {
  const path = installed(`node-${major}`, `bin/node${exe}`);
  return {
    id: `node-${major}`,
    name: `Node ${major}`,
    loads: ['import', 'require'],
    transports,
    version: () => versionOf(path),
    command: (script) => [path, script],
  };
}

const bunPath = installed('bun', 'bin/bun.exe');
const bun: Runtime = {
  id: 'bun',
  name: 'Bun',
  loads: ['import', 'require'],
  transports: ['default'],
  version: () => versionOf(bunPath),
  command: (script) => [bunPath, script],
};

const denoPath = installed('deno', `deno${exe}`);
const deno: Runtime = {
  id: 'deno',
  name: 'Deno',
  loads: ['import', 'require'],
  transports: ['default'],
  version: () => versionOf(denoPath),
  // `require()` reads files.
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
  transports: ['default'],
  version: () => versionOf(workerdPath),
  command: (script, folder) => {
    writeFileSync(join(folder, 'worker.capnp'), workerConfiguration(script));
    return [workerdPath, 'test', 'worker.capnp'];
  },
};

/** Configures a worker that may call loopback and itself, with the newest compatibility date that this workerd supports. */
function workerConfiguration(script: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "${script}")],
      bindings = [(name = "SELF", service = "main")],
      compatibilityDate = "2026-10-01",
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["private"])),
  ],
);
`;
}

/** The program that `CHROMIUM` names, or the first of these that is installed. */
const chromiumPath =
  (process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome']).find(versionOf) ??
  '';
const chromium: Runtime = {
  id: 'chromium',
  name: 'Chromium',
  loads: ['bundle'],
  transports: ['default'],
  version: () => versionOf(chromiumPath),
  command: (_, folder, page) => [
    chromiumPath,
    '--headless',
    '--no-first-run',
    // Root and containers have no sandbox. The browser opens only the page on loopback.
    '--no-sandbox',
    `--user-data-dir=${mkdtempSync(join(folder, 'chromium-'))}`,
    page,
  ],
};

const transports = ['default', 'fetch', 'undici-7-30'] as const;

/** The runtimes. undici 8 does not load on Node 20, which `counterparts/` verifies. */
export const runtimes: readonly Runtime[] = [
  node(20, transports),
  ...[22, 24, 26].map((major) => node(major, [...transports, 'undici-8'])),
  bun,
  deno,
  workerd,
  chromium,
];
