import type { Check } from '../check.ts';
import { answerChecks } from '../words/answer-payloads.ts';
import { credentialChecks } from '../words/credential-rows.ts';
import { fieldChecks } from '../words/field-rows.ts';
import { operationChecks, serverChecks, statusChecks } from '../words/operation-rows.ts';
import { requestChecks } from '../words/request-payloads.ts';
import { rateLimitChecks, statementChecks } from '../words/statement-rows.ts';

/**
 * What a vendor's own pages print, held against a spec.
 *
 * Here the pages are the truth, and the document of the target is what is checked: requests, answers and calls as printed, and
 * each row of the tables of `specs/<vendor>/samples/`.
 */
export function sampleChecks(vendor: string): Check[] {
  const kinds = [requestChecks, answerChecks, operationChecks, serverChecks, credentialChecks, statusChecks];
  return [...kinds, fieldChecks, rateLimitChecks, statementChecks].flatMap((checksOf) => checksOf(vendor));
}
