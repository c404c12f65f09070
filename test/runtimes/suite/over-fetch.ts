/** The suite as a program, over the `fetch` of the runtime, given as an option. */
import { createClients } from './clients.ts';
import { run } from './run.ts';

declare const SERVER: string;

run(
  SERVER,
  createClients(SERVER, (url, init) => fetch(url, init)),
);
