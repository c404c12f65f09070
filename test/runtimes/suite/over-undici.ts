/** The suite as a program over `createUndiciFetch()` and the undici that is installed together with the packages. */
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { createClients } from './clients.ts';
import { run } from './run-cases.ts';

declare const SERVER: string;

run(SERVER, createClients(SERVER, createUndiciFetch()));
