/** The vendor's client calls a mock of its spec: requests arrive as the spec declares them, and responses are read unchanged. */
import { emptyBodyChecks } from './checks/empty-bodies.ts';
import { exampleResponseChecks } from './checks/example-responses.ts';
import { paginationChecks } from './checks/pagination.ts';
import { parameterChecks } from './checks/parameters.ts';
import { querySerializationChecks } from './checks/query-serialization.ts';
import { describeChecks } from './describe-checks.ts';

describeChecks('example-responses', exampleResponseChecks);
describeChecks('pagination', paginationChecks);
describeChecks('parameters', parameterChecks);
describeChecks('query-serialization', querySerializationChecks);
describeChecks('empty-bodies', emptyBodyChecks);
