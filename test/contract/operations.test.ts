/** Every operation × documented status × media type × example, called through the vendor's package against a mock of its spec. */
import { cellChecks } from './checks/cells.ts';
import { runChecks } from './run-checks.ts';

runChecks('operations', cellChecks);
