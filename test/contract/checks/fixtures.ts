import type { Check } from '../check.ts';
import { answerChecks } from '../fixtures/answer-payloads.ts';
import { credentialChecks } from '../fixtures/credential-rows.ts';
import { fieldChecks } from '../fixtures/field-rows.ts';
import { operationChecks, serverChecks, statusChecks } from '../fixtures/operation-rows.ts';
import { requestChecks } from '../fixtures/request-payloads.ts';
import { rateLimitChecks, statementChecks } from '../fixtures/statement-rows.ts';

/**
 * What a vendor's own pages print, held against a spec.
 *
 * Here the pages are the truth, and the document of the target is what is checked: requests, answers and calls as printed, and
 * each row of the tables of `specs/<vendor>/fixtures/`.
 */
export function fixtureChecks(vendor: string): Check[] {
  const kinds = [requestChecks, answerChecks, operationChecks, serverChecks, credentialChecks, statusChecks];
  return [...kinds, fieldChecks, rateLimitChecks, statementChecks].flatMap((checksOf) => checksOf(vendor));
}
