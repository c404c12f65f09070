import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Loose, sampleDocument } from '@plumbline/release/spec-changes/sample-document';
import { root, vendors } from '@plumbline/repository/repository';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changes-'));
  mkdirSync(join(folder, 'specs', 'items', 'dist'), { recursive: true });
  mkdirSync(join(folder, 'released'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const changelog = () => join(folder, 'specs', 'items', 'CHANGELOG.md');
const release = () => writeFileSync(join(folder, 'released', 'items.json'), JSON.stringify(sampleDocument()));
const write = (version: string, change: (document: Loose) => void = () => {}) => {
  const document = sampleDocument((own) => {
    change(own);
    own.info.version = version;
  });
  writeFileSync(join(folder, 'specs', 'items', 'dist', 'openapi.json'), JSON.stringify(document));
};
const offline = ['--base', 'released'];

async function run(command: string, source: readonly string[] = offline, environment: NodeJS.ProcessEnv = {}) {
  const script = join(root, 'scripts', 'spec-changes.ts');
  const child = spawn(process.execPath, [script, command, 'items', '--specs', 'specs', ...source], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status, stdout, stderr };
}

const dropCreate = (document: Loose) => {
  delete document.paths['/items'].post;
};
const describeItems = (document: Loose) => {
  document.paths['/items'].get.description = 'All items.';
};

describe('check', () => {
  it('check passes an unchanged spec', async () => {
    release();
    write('0.1.0');
    const { status, stdout } = await run('check');
    expect(stdout).toBe('items 0.1.0 → 0.1.0: no change.\n');
    expect(status).toBe(0);
  });

  it('check refuses a version that has moved too little, and names each change, its impact and the version to write', async () => {
    release();
    write('0.1.1', dropCreate);
    const { status, stderr } = await run('check');
    expect(stderr).toBe(`items 0.1.0 → 0.1.1: changes, major at most.
  major \`items/create\`: Operation \`POST /items\` was removed.
info.version is 0.1.1; the changes demand 0.2.0. A changeset moves it: CONTRIBUTING.md, "Change a spec".
`);
    expect(status).toBe(1);
  });

  it('check refuses a version that has gone back', async () => {
    release();
    write('0.0.9', describeItems);
    const { status, stderr } = await run('check');
    expect(stderr).toContain('info.version went back: 0.1.0 is released. Write 0.1.1 or higher.');
    expect(status).toBe(1);
  });

  it('check refuses a version that has moved enough until the changelog has its entry', async () => {
    release();
    write('0.2.0', dropCreate);
    const before = await run('check');
    expect(before.stderr).toContain('has no entry for 0.2.0. Run `npx node scripts/spec-changes.ts changelog items`.');
    expect(before.status).toBe(1);
    expect((await run('changelog')).status).toBe(0);
    const after = await run('check');
    expect([after.status, after.stderr]).toEqual([0, '']);
  });

  it('check passes a version that has moved more than the changes demand, and says so', async () => {
    release();
    write('0.3.0', describeItems);
    await run('changelog');
    const { status, stdout } = await run('check');
    expect(stdout).toContain('The changes demand 0.1.1 only. A client may demand more.');
    expect(status).toBe(0);
  });

  it('check exits 2 if the documents cannot be compared', async () => {
    release();
    write('beta');
    const version = await run('check');
    expect([version.status, version.stderr]).toEqual([
      2,
      'items: info.version is "beta". Write three numbers, as 0.1.0.\n',
    ]);
    writeFileSync(join(folder, 'released', 'items.json'), 'no document');
    const document = await run('check');
    expect([document.status, document.stderr]).toEqual([2, expect.stringContaining('is not a readable document')]);
  });

  it('spec-changes exits 2 at an unknown command or vendor', async () => {
    const command = await run('chek');
    expect([command.status, command.stderr]).toEqual([2, expect.stringContaining('check|changelog')]);
    const vendor = spawn(process.execPath, [join(root, 'scripts', 'spec-changes.ts'), 'check', 'acme']);
    expect(await text(vendor.stderr)).toContain('Unknown vendor: acme.');
  });
});

describe('changelog', () => {
  it('changelog writes a first entry for a spec that was never released, and nothing when run again', async () => {
    write('0.1.0');
    const { status, stdout } = await run('changelog');
    expect([status, stdout]).toEqual([0, 'items 0.1.0: never released.\nWrote specs/items/CHANGELOG.md.\n']);
    expect(readFileSync(changelog(), 'utf8')).toMatch(/## 0\.1\.0\n\n### Added\n\n- First version: 3 operations\.\n$/);
    expect((await run('changelog')).stdout).toBe('items 0.1.0: never released.\n');
  });

  it('changelog writes nothing for a version that has moved too little', async () => {
    release();
    write('0.1.1', dropCreate);
    expect((await run('changelog')).status).toBe(1);
    expect(existsSync(changelog())).toBe(false);
  });

  it.each(vendors)('the changelog of %s has an entry for the version of the spec', (vendor) => {
    const { version } = readSpec(vendor).info;
    expect(readFileSync(join(root, 'specs', vendor, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${version}\n`);
  });
});

describe('the last release is taken from npm', () => {
  let registry: Server;
  const responses = new Map<string, Buffer>();
  const environment = () => ({
    npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
    npm_config_cache: join(folder, 'cache'),
    npm_config_fetch_retries: '0',
  });
  beforeEach(async () => {
    responses.clear();
    registry = createServer(({ url = '' }, response) => {
      const body = responses.get(decodeURIComponent(url));
      response.writeHead(body ? 200 : 404).end(body ?? '{}');
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
  });
  afterEach(() => {
    registry.closeAllConnections();
    registry.close();
  });

  it('check compares with the release that npm has', async () => {
    const name = '@plumbline/spec-items';
    const tarball = gzipSync(
      tar({
        'package.json': JSON.stringify({ name, version: '0.1.0' }),
        'dist/openapi.json': JSON.stringify(sampleDocument()),
      }),
    );
    const dist = {
      tarball: `${environment().npm_config_registry}/items.tgz`,
      integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`,
    };
    const packument = {
      name,
      'dist-tags': { latest: '0.1.0' },
      versions: { '0.1.0': { name, version: '0.1.0', dist } },
    };
    responses.set(`/${name}`, Buffer.from(JSON.stringify(packument))).set('/items.tgz', tarball);
    write('0.1.0', describeItems);
    const { status, stderr } = await run('check', [], environment());
    expect(stderr).toContain('info.version is 0.1.0; the changes demand 0.1.1.');
    expect(status).toBe(1);
  });

  it('check takes a package that npm does not know for never released', async () => {
    write('0.1.0');
    await run('changelog');
    const { status, stdout } = await run('check', [], environment());
    expect([status, stdout]).toEqual([0, 'items 0.1.0: never released.\n']);
  });

  it('check exits 2 if npm is unreachable', async () => {
    write('0.1.0');
    const unreachable = environment();
    registry.close();
    const { status, stderr } = await run('check', [], unreachable);
    expect(stderr).toMatch(/npm could not get @plumbline\/spec-items, so the changes are unknown: ECONNREFUSED/);
    expect(status).toBe(2);
  });
});

/** A tar archive, as npm publishes it. */
function tar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const body = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(`package/${name}`, 0);
    header.write('0000644\0', 100);
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        ', 148);
    header.write('0', 156);
    header.write('ustar\0', 257);
    header.write('00', 263);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
