/** The suite as a worker. `workerd test` calls its `test` handler. */
import { createClients } from './clients.ts';
import { run } from './run-cases.ts';

declare const SERVER: string;

export default { test: (): Promise<void> => run(SERVER, createClients(SERVER)) };
