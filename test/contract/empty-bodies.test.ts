/** A body in which nothing is required may be an object with nothing in it. */
import { emptyBodyChecks } from './checks/empty-bodies.ts';
import { runChecks } from './run-checks.ts';

runChecks('empty-bodies', emptyBodyChecks);
