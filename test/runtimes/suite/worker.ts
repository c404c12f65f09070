/** The suite as a worker, whose `test` handler `workerd test` calls. */
import { run } from './run.ts';

declare const SERVER: string;

export default { test: (): Promise<void> => run(SERVER) };
