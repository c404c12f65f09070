#!/usr/bin/env node
/**
 * `npx @plumbline/sandbox <vendor> [options]` serves a vendor on 127.0.0.1 until you interrupt it. A vendor is one whose package `@plumbline/spec-<vendor>` is installed, or the path of an OpenAPI document in JSON.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createSandbox } from './create-sandbox.ts';
import type { VendorData } from './sandbox.ts';
import { serveSandbox } from './server.ts';

const usage = `npx @plumbline/sandbox <vendor | openapi.json> [options]

  --port <port>    the port on 127.0.0.1 (default 4010)
  --empty          begin without the examples of the spec
  --rate-limits    enforce the limits of the spec
  --plan <plan>    enforce the limits of a plan of the spec
  --seed <number>  seed of ids (default 1)`;

run(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});

async function run(args: string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) return console.log(usage);
  const { vendor, port, options } = readCommand(args);
  const sandbox = createSandbox(readData(vendor), options);
  const { url } = await serveSandbox(sandbox, port);
  // The first process of a container ignores signals that it does not handle.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit());
  console.log(`${vendor} listens on ${url}`);
  for (const [option, value] of Object.entries(sandbox.credentials)) console.log(`  ${option}: ${value}`);
  console.log('Ctrl+C ends it.');
}

function readCommand(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string', default: '4010' },
        seed: { type: 'string', default: '1' },
        empty: { type: 'boolean', default: false },
        'rate-limits': { type: 'boolean', default: false },
        plan: { type: 'string' },
      },
    });
    const [vendor, ...others] = positionals;
    if (vendor === undefined || others.length > 0) throw new Error('Name one vendor.');
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
    if (!/^\d+$/.test(values.seed)) throw new Error(`--seed ${values.seed} is not a number.`);
    const options = {
      examples: !values.empty,
      rateLimits: values.plan ?? values['rate-limits'],
      seed: Number(values.seed),
    };
    return { vendor, port, options };
  } catch (error) {
    throw new Error(`${(error as Error).message.split(/\. To |\n/)[0]}\n\n${usage}`);
  }
}

/** Reads a document of a file, or of the package of a vendor that is installed where the command runs. */
function readData(vendor: string): VendorData {
  // A folder may have the name of a vendor.
  if (statSync(vendor, { throwIfNoEntry: false })?.isFile()) {
    try {
      return JSON.parse(readFileSync(vendor, 'utf8'));
    } catch (cause) {
      const bundle = `npx @redocly/cli bundle ${vendor} --output openapi.json`;
      throw new Error(`${vendor} is not JSON. Run: ${bundle}`, { cause });
    }
  }
  if (!/^[a-z\d-]+$/.test(vendor)) {
    if (vendor.includes('.')) throw new Error(`There is no file ${vendor}.`);
    throw new Error(
      `There is no file ${vendor}. A vendor is named as in its package: "acme" for @plumbline/spec-acme.`,
    );
  }
  const name = `@plumbline/spec-${vendor}`;
  try {
    const require = createRequire(join(resolve(), 'noop.js'));
    return require(`${name}/sandbox`).default;
  } catch (cause) {
    const install = `Run: npm install --save-dev ${name}`;
    const { code } = cause as { code?: string };
    if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') {
      throw new Error(`${name} has no data for a sandbox. ${install}@latest`, { cause });
    }
    if (code !== 'MODULE_NOT_FOUND') throw cause;
    throw new Error(`There is no file ${vendor}, and ${name} is not installed. ${install}`, { cause });
  }
}
