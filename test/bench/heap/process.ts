/**
 * The process of one client. It makes thousands of calls to a server that never responds, and sends its parent the heap for each call
 * in bytes, including the connection.
 */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { nextMessage, start } from '../child.ts';
import { loadClient } from '../peers/load-client.ts';

/** Calls before the first measurement of the heap, so that it includes what a client allocates only once. */
const first = 200;
/** Calls at a time, so that the new connections fit into the server's backlog. */
const wave = 250;

const [, , module = '', name = '', calls = ''] = process.argv;
const server = start('cpu/list-server.ts', ['hold']);
const baseUrl = `http://127.0.0.1:${await nextMessage<number>(server)}`;
const { connect, hasTimeout } = await loadClient({ module, name });
// A busy machine may take longer for all the calls than the default timeout. The length of a timeout changes no heap.
const client = connect({ baseUrl, ...(hasTimeout && { timeout: 600_000 }) });

let made = 0;
const before = await waitAndMeasure(first);
const after = await waitAndMeasure(Number(calls));
process.send?.((after - before) / (Number(calls) - first), () => process.exit());

/** Makes calls until `total` calls wait for their response, and returns the size of the heap in bytes. */
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
  console.error(`A call of "${name}" ended without a response from the server:`, outcome);
  process.exit(1);
}
