/**
 * `npm run bench` builds the packages, installs the peers, and runs `report/results.ts`, which measures everything and writes RESULTS.md.
 *
 * `node test/bench/bench.ts --only cpu` measures one part with the present build and prints it. The parts are `cpu`, `heap`, `weight`,
 * `sandbox`, `fleet` and `cases`. Only the cases of all peers are also written to RESULTS.md and RESULTS.json, with their date. `--peers` takes a regular expression. `--load` (1, 64 or 1000 calls in flight, repeatable),
 * `--rounds` and `--seconds` (45) apply to `cpu`, `--seconds` to `fleet` too.
 */
import { readOptions } from '@plumbline/repository/read-options';
import { prepare, prepareOnce, run } from './prepare.ts';

const { only, ...options } = readOptions({
  only: { type: 'string' },
  peers: { type: 'string' },
  load: { type: 'string', multiple: true },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
});

if (only === undefined) {
  const [option] = Object.keys(options);
  if (option) throw new Error(`--${option} applies to one part of the bench. Add --only.`);
  prepare();
  run(process.execPath, 'report/results.ts');
} else {
  const { peers = '', load = ['1', '64', '1000'], rounds = '1000', seconds = '45' } = options;
  prepareOnce();
  const { printPart } = await import('./report/part.ts');
  const inFlight = load.map(Number);
  await printPart(only, { peers: new RegExp(peers), inFlight, rounds: Number(rounds), seconds: Number(seconds) });
}
