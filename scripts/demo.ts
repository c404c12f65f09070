/**
 * `npm run demo` builds everything, starts a mock of each vendor, and calls every operation through the vendor's package.
 * Exits 1 if a call fails. With `--json`, standard output is one JSON array and nothing else.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readOptions } from '@plumbline/repository/read-options';
import { root, vendors } from '@plumbline/repository/repository';
import { turbo } from '@plumbline/repository/turbo';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { callOperations, type Line } from '@plumbline/spec-tools/mock/call-operations';

const { json } = readOptions({ json: { type: 'boolean', default: false } });

turbo('build', '--filter=./specs/*');
const generated = spawnSync(process.execPath, [join(root, 'scripts', 'generate.ts')], { stdio: ['ignore', 2, 2] });
if (generated.status !== 0) process.exit(1);
turbo('build', '--filter=!@plumbline/docs');
// Imported now, since the build has just made the packages.
const { methodsOf } = await import('@plumbline/repository/clients');
const { startMock } = await import('@plumbline/spec-tools/mock/mock-server');

const lines = await callOperations({
  documents: new Map(vendors.map((vendor) => [vendor, readSpec(vendor)])),
  startMock,
  methodsOf,
  onLine: (line) => json || console.log(format(line)),
  onFailure: (reason) => console.error(reason),
});
const succeeded = lines.filter(({ ok }) => ok).length;
if (json) console.log(JSON.stringify(lines, null, 2));
else console.log(`\n${lines.length} operations of ${vendors.length} vendors called, ${succeeded} succeeded.`);
process.exit(succeeded < lines.length ? 1 : 0);

function format({ vendor, operation, status, ms }: Line): string {
  return `${vendor.padEnd(12)} ${operation.padEnd(34)} ${status} ${ms.toFixed(1).padStart(7)} ms`;
}
