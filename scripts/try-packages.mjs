/**
 * Packs what this repository publishes, installs it into an empty folder, and makes one call there with the Node that runs
 * this: `node scripts/try-packages.mjs`. It is JavaScript, because that Node may be too old to run TypeScript.
 */
import { execSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'packages-'));
const stdio = ['ignore', 2, 2];

const call = `
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createMagicBell } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';

for (const create of [createMagnetiq, createMagnify, createMxAudience]) if (typeof create !== 'function') throw create;
const server = createServer((request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ user: { id: request.url } }));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const baseUrl = 'http://127.0.0.1:' + server.address().port;
const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', baseUrl });
const { user } = await magicbell.users.get({ user_id: 'mary' });
server.closeAllConnections();
server.close();
if (user.id !== '/users/mary') throw new Error('The answer is not the one that was sent: ' + user.id);
console.log('The packages work on Node ' + process.version + '.');
`;

try {
  const tarballs = join(folder, 'tarballs');
  const user = join(folder, 'user');
  mkdirSync(tarballs);
  mkdirSync(user);
  const published = ['packages', 'specs'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `--workspace=${parent}/${name}`),
  );
  execSync(`npm pack ${published.join(' ')} --pack-destination "${tarballs}"`, { cwd: root, stdio });
  const files = readdirSync(tarballs).map((name) => `"${join(tarballs, name)}"`);
  writeFileSync(join(user, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  execSync(`npm install --no-audit --no-fund ${files.join(' ')}`, { cwd: user, stdio });
  writeFileSync(join(user, 'call.js'), call);
  process.exitCode = spawnSync(process.execPath, ['call.js'], { cwd: user, stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
