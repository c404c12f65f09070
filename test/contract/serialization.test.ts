/** Lists and objects in a query are written as the spec tells whoever reads them. */
import { serializationChecks } from './checks/serialization.ts';
import { runChecks } from './run-checks.ts';

runChecks('serialization', serializationChecks);
