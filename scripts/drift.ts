/**
 * `npm run drift -- <vendor>`: does the vendor still answer as its spec says? `--help` tells the rest.
 * Exits 0 where nothing breaks callers, 1 where something does, 2 where it could not run.
 */
import { run } from '@plumbline/drift/command';
import { turbo } from './turbo.ts';

// turbo's own failure would end the process with 1, which means a break.
const couldNotRun = () => {
  process.exitCode = 2;
};

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  fetch: (url, init) => fetch(url, init),
  build: () => {
    process.on('exit', couldNotRun);
    turbo('build');
    process.off('exit', couldNotRun);
  },
  print: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
});
