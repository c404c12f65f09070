/**
 * The process of one client: makes thousands of calls to a server that holds its answers, and tells its parent the heap that each
 * of them occupies, in bytes. The connection is a part of it.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { nextMessage, start } from '../child.ts';
import { loadRunner } from '../peers/load-runner.ts';

/** Calls made before the first look at the heap: what a client makes once is there by then. */
const first = 200;
/** Calls at once, so that no more connections are being made than the server's backlog takes. */
const wave = 250;

const [, , module = '', name = '', calls = ''] = process.argv;
const server = start('cpu/list-server.ts', ['hold']);
const baseUrl = `http://127.0.0.1:${await nextMessage<number>(server)}`;
const { connect, hasTimeout } = await loadRunner({ module, name });
// A busy machine may take longer for all the calls than the default timeout. The length of a timeout changes no heap.
const client = connect({ baseUrl, ...(hasTimeout && { timeout: 600_000 }) });

let made = 0;
const before = await waitAndMeasure(first);
const after = await waitAndMeasure(Number(calls));
process.send?.((after - before) / (Number(calls) - first), () => process.exit());

/** Makes calls until so many wait for their response; gives the bytes of the heap then. */
async function waitAndMeasure(total: number): Promise<number> {
  while (made < total) {
    for (let call = 0; call < wave && made < total; call++, made++) client.list().then(endTooEarly, endTooEarly);
    while ((await countReceived()) < made) await setTimeout(5);
  }
  for (let collection = 0; collection < 3; collection++) {
    globalThis.gc?.();
    await setImmediate();
  }
  return process.memoryUsage().heapUsed;
}

function countReceived(): Promise<number> {
  server.send('count');
  return nextMessage<number>(server);
}

function endTooEarly(outcome: unknown): void {
  console.error(`A call of "${name}" ended while it should wait:`, outcome);
  process.exit(1);
}
