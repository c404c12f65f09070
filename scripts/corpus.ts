/**
 * `npm run corpus -- <folder>`: makes a client of each OpenAPI and Swagger document below a folder, and prints a table of the results
 * and the reasons for what was left out. Nothing is kept.
 *
 * `--lint`, `--compile` and `--call` also lint the specs, compile the clients, and call each operation. `--peers <folder>` also runs hey-api
 * and openapi-typescript where they are installed in that folder.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSandbox } from '@plumbline/new-vendor/repository/install';

const flag = { type: 'boolean', default: false } as const;
const options = { lint: flag, compile: flag, call: flag, peers: { type: 'string' } } as const;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Error('Name one folder with documents.');
  await buildSandbox();
  const { runCorpus } = await import('@plumbline/new-vendor/corpus/run-corpus');
  await runCorpus({
    folder: resolve(folder),
    lint: values.lint,
    compile: values.compile,
    call: values.call,
    peers: values.peers && resolve(values.peers),
    onLine: (line) => console.log(line),
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
