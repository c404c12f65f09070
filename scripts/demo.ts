/**
 * `npm run demo`: builds everything, starts a mock of each vendor, and calls every operation through the vendor's package.
 * Exits 1 when a call is not answered with 2xx. With `--json`, standard output is one JSON array and nothing else.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleInput } from './example-input.ts';
import { startMock } from './mock-server.ts';
import { operationsOf, readSpec, root, vendors } from './spec.ts';
import { turbo } from './turbo.ts';

interface Line {
  readonly vendor: string;
  readonly operation: string;
  readonly status: number;
  readonly ms: number;
}

const { json } = parseArgs({ options: { json: { type: 'boolean', default: false } } }).values;

turbo('build', '--filter=./specs/*');
const generated = spawnSync(process.execPath, [join(root, 'scripts', 'generate.ts')], { stdio: ['ignore', 2, 2] });
if (generated.status !== 0) process.exit(1);
turbo('build');
// The packages exist only now.
const { methodsOf } = await import('./clients.ts');

const lines: Line[] = [];
for (const vendor of vendors) {
  const document = readSpec(vendor);
  const mock = await startMock(vendor);
  const methodOf = methodsOf(vendor, { baseUrl: mock.url });
  for (const operation of operationsOf(document)) {
    const start = performance.now();
    const { status } = await methodOf(operation.id)(exampleInput(document, operation)).result();
    const line = { vendor, operation: operation.id, status, ms: Math.round((performance.now() - start) * 10) / 10 };
    lines.push(line);
    if (!json) console.log(format(line));
  }
  await mock.close();
}

const failed = lines.filter(({ status }) => status < 200 || status > 299);
if (json) console.log(JSON.stringify(lines, null, 2));
else
  console.log(
    `\n${lines.length} operations of ${vendors.length} vendors called, ${lines.length - failed.length} answered with 2xx.`,
  );
process.exit(failed.length > 0 ? 1 : 0);

function format({ vendor, operation, status, ms }: Line): string {
  return `${vendor.padEnd(12)} ${operation.padEnd(34)} ${status} ${ms.toFixed(1).padStart(7)} ms`;
}
