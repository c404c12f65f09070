/**
 * `npm run mock -- [vendor…] [--port <port>] [--stateful]`: runs `prism mock` for each vendor until you interrupt it, and prints the
 * addresses. With `--stateful`, it serves a sandbox of each vendor instead, which stores what is created.
 * Without a name, all vendors run. The first listens on the port, 4010 by default, each other one on the next port.
 * Exits 1 when a mock cannot start or ends.
 */
import { parseArgs } from 'node:util';
import { vendors } from '@plumbline/repository/repository';
import { turbo } from '@plumbline/repository/turbo';
import type { Mocks } from '@plumbline/spec-tools/mock/run-mocks';

const { names, port, stateful } = readCommand();
let mocks: Mocks | undefined;

async function end(exitCode: number): Promise<void> {
  await mocks?.close();
  process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));

turbo('build', '--filter=./specs/*', '--filter=@plumbline/sandbox');
try {
  mocks = await start();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const { describeMocks } = await import('@plumbline/spec-tools/mock/describe-mocks');
console.log(describeMocks(mocks));

console.error(await mocks.failed);
await end(1);

/** Starts the mocks. Their modules import what the build writes. */
async function start(): Promise<Mocks> {
  if (!stateful) return (await import('@plumbline/spec-tools/mock/run-mocks')).runMocks(names, port);
  return (await import('@plumbline/spec-tools/mock/run-sandboxes')).runSandboxes(names, port);
}

function readCommand() {
  try {
    const options = {
      port: { type: 'string', default: '4010' },
      stateful: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !vendors.includes(name));
    if (unknown.length > 0) throw new Error(`Unknown vendor: ${unknown.join(', ')}.`);
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
    return { names: positionals.length > 0 ? [...new Set(positionals)] : vendors, port, stateful: values.stateful };
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. |\n/);
    console.error(`${reason}\nnpm run mock -- [${vendors.join('|')}…] [--port <port>] [--stateful]`);
    process.exit(1);
  }
}
