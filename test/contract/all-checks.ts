import type { Check } from './check.ts';
import { emptyBodyChecks } from './checks/empty-bodies.ts';
import { exampleResponseChecks } from './checks/example-responses.ts';
import { generatedChecks } from './checks/generated.ts';
import { knownValueChecks } from './checks/known-values.ts';
import { paginationChecks } from './checks/pagination.ts';
import { parameterChecks } from './checks/parameters.ts';
import { querySerializationChecks } from './checks/query-serialization.ts';
import { refusalChecks } from './checks/refusals.ts';
import { responseChecks } from './checks/responses.ts';
import type { Evidence } from './evidence.ts';
import { credentialChecks } from './fixtures/credential-rows.ts';
import { fieldChecks } from './fixtures/field-rows.ts';
import { operationChecks, serverChecks, statusChecks } from './fixtures/operation-rows.ts';
import { printedCallChecks, printedRequestChecks } from './fixtures/request-payloads.ts';
import { printedResponseChecks } from './fixtures/response-payloads.ts';
import { rateLimitChecks, statementChecks } from './fixtures/statement-rows.ts';

/** Makes the checks of a vendor: of its operations with the given ids, or of all. Fixtures are of all. */
export type ChecksOf = (vendor: string, ids?: ReadonlySet<string>) => Check[];

const mockSuites: readonly ChecksOf[] = [
  exampleResponseChecks,
  paginationChecks,
  parameterChecks,
  querySerializationChecks,
  emptyBodyChecks,
  refusalChecks,
];

/** The suites by the evidence that they give. The slowest suites of `calls` stand last. */
const suites: Readonly<Record<Evidence, readonly ChecksOf[]>> = {
  fixtures: [
    printedRequestChecks,
    printedCallChecks,
    printedResponseChecks,
    operationChecks,
    serverChecks,
    credentialChecks,
    statusChecks,
    fieldChecks,
    rateLimitChecks,
    statementChecks,
  ],
  calls: [...mockSuites, generatedChecks],
  schemas: [responseChecks, knownValueChecks],
};

/** Makes every check of a vendor that gives a kind of evidence. */
export function checksOf(evidence: Evidence, vendor: string, ids?: ReadonlySet<string>): Check[] {
  return suites[evidence].flatMap((checksOfSuite) => checksOfSuite(vendor, ids));
}

/** Makes the checks that send requests to the mock: the sandbox passes them too. */
export function mockChecksOf(vendor: string, ids?: ReadonlySet<string>): Check[] {
  return [...mockSuites, printedRequestChecks, printedCallChecks].flatMap((checksOfSuite) =>
    checksOfSuite(vendor, ids),
  );
}
