/**
 * The mock and the Ajv validator accept requests within each constraint of the spec and refuse those outside. A file of its own: it is
 * the slowest suite, and files run in parallel.
 */
import { refusalChecks } from './checks/refusals.ts';
import { describeChecks } from './describe-checks.ts';

describeChecks('refusals', refusalChecks);
