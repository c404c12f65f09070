/** Every list that a spec declares as paged is read to its end by its method, over the pages that the spec gives as examples. */
import { pageChecks } from './checks/pages.ts';
import { runChecks } from './run-checks.ts';

runChecks('pagination', pageChecks);
