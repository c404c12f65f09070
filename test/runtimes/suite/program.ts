/** The suite as a program over the default transport, for Node, Bun, Deno and a page. */
import { createClients } from './clients.ts';
import { run } from './run-cases.ts';

declare const SERVER: string;

run(SERVER, createClients(SERVER));
