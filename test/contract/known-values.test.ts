/** The known values of open enums, where something else than the vendor's page names them. */
import { knownValueChecks } from './checks/known-values.ts';
import { runChecks } from './run-checks.ts';

runChecks('known-values', knownValueChecks);
