/** The suite as a program over the runtime's `fetch`, passed as an option. */
import { createClients } from './clients.ts';
import { run } from './run-cases.ts';

declare const SERVER: string;

run(
  SERVER,
  createClients(SERVER, (url, init) => fetch(url, init), true),
);
