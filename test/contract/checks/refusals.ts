import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type Check, operationsToCheck } from '../check.ts';
import { bodyCases } from '../requests/body-cases.ts';
import { credentialCases } from '../requests/credential-cases.ts';
import { envelopeCases } from '../requests/envelope-cases.ts';
import { parameterCases } from '../requests/parameter-cases.ts';
import { requestCaseChecks } from '../requests/request-case.ts';
import { unsendableChecks } from '../requests/unsendable-checks.ts';

/** Each constraint of each request, met and broken: the first is accepted, and the second ends in the client's typed error. */
export function refusalChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  return operationsToCheck(document, ids).flatMap((operation) => [
    ...requestCaseChecks(vendor, operation, [
      ...credentialCases(document, operation),
      ...parameterCases(document, operation),
      ...envelopeCases(document, operation),
      ...bodyCases(document, operation),
    ]),
    ...unsendableChecks(vendor, document, operation),
  ]);
}
