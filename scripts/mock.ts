/**
 * `npm run mock -- [vendor…] [--port <port>]`: runs `prism mock` for each vendor until you interrupt it, and prints the addresses.
 * Without a name, all vendors run. The first listens on the port, 4010 by default, each other one on the next port.
 * Exits 1 when a mock cannot start or ends.
 */
import { parseArgs } from 'node:util';
import { vendors } from '@plumbline/repository/repository';
import { turbo } from '@plumbline/repository/turbo';
import { type Mocks, runMocks } from '@plumbline/spec-tools/mock/run-mocks';

const { names, port } = readCommand();
let mocks: Mocks | undefined;

async function end(exitCode: number): Promise<void> {
  await mocks?.close();
  process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));

turbo('build', '--filter=./specs/*');
try {
  mocks = await runMocks(names, port);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
for (const [vendor, { url }] of mocks.commands) console.log(`${vendor.padEnd(12)} ${url}`);
console.log(
  '\nAny credentials are accepted. `Prefer: code=429` asks for a status, `Prefer: example=page2` for an example of the spec.',
);
const magicbell = mocks.commands.get('magicbell');
if (magicbell) {
  const credentials = `-H 'X-MAGICBELL-API-KEY: k' -H 'X-MAGICBELL-API-SECRET: s'`;
  console.log(`For magicbell:\n\n  curl ${magicbell.url}/users ${credentials} -H 'Prefer: code=429'\n`);
}
console.log('Ctrl+C ends the mocks.');

console.error(await mocks.failed);
await end(1);

function readCommand() {
  try {
    const options = { port: { type: 'string', default: '4010' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !vendors.includes(name));
    if (unknown.length > 0) throw new Error(`Unknown vendor: ${unknown.join(', ')}.`);
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
    return { names: positionals.length > 0 ? [...new Set(positionals)] : vendors, port };
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. |\n/);
    console.error(`${reason}\nnpm run mock -- [${vendors.join('|')}…] [--port <port>]`);
    process.exit(1);
  }
}
