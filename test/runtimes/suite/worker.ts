/** The suite as a worker, whose `test` handler `workerd test` calls. */
import { createClients } from './clients.ts';
import { run } from './run.ts';

declare const SERVER: string;

export default { test: (): Promise<void> => run(SERVER, createClients(SERVER)) };
