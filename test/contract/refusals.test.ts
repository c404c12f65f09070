/** What each spec allows is accepted and what it forbids is refused, by the mock and by the second judge, at every constraint. */
import { refusalChecks } from './checks/refusals.ts';
import { runChecks } from './run-checks.ts';

runChecks('refusals', refusalChecks);
