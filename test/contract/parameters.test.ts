/** Every parameter and every example of a body is sent by the vendor's package as the spec writes it. */
import { parameterChecks } from './checks/parameters.ts';
import { runChecks } from './run-checks.ts';

runChecks('parameters', parameterChecks);
