/**
 * `npm run corpus -- <folder>`: makes a client of each OpenAPI and Swagger document below a folder, and prints a table of the results
 * and the reasons for what was left out. Nothing is kept.
 *
 * `--lint` and `--compile` also lint the specs and compile the clients. `--peers <folder>` also runs hey-api and openapi-typescript where
 * they are installed in that folder.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCorpus } from '@plumbline/new-vendor/corpus/run-corpus';

const options = { lint: { type: 'boolean' }, compile: { type: 'boolean' }, peers: { type: 'string' } } as const;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Error('Name one folder with documents.');
  await runCorpus({
    folder: resolve(folder),
    lint: values.lint ?? false,
    compile: values.compile ?? false,
    peers: values.peers && resolve(values.peers),
    onLine: (line) => console.log(line),
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
