import type { Check } from './check.ts';
import { answerChecks } from './checks/answers.ts';
import { cellChecks } from './checks/cells.ts';
import { emptyBodyChecks } from './checks/empty-bodies.ts';
import { generatedChecks } from './checks/generated.ts';
import { knownValueChecks } from './checks/known-values.ts';
import { pageChecks } from './checks/pages.ts';
import { parameterChecks } from './checks/parameters.ts';
import { refusalChecks } from './checks/refusals.ts';
import { sampleChecks } from './checks/samples.ts';
import { serializationChecks } from './checks/serialization.ts';

/** Every suite of checks: those that need no traffic first, those that take long last. */
const suites = [
  answerChecks,
  cellChecks,
  sampleChecks,
  knownValueChecks,
  pageChecks,
  parameterChecks,
  serializationChecks,
  emptyBodyChecks,
  refusalChecks,
  generatedChecks,
];

/** Every check of a vendor, of all suites. */
export function allChecks(vendor: string): Check[] {
  return suites.flatMap((checksOf) => checksOf(vendor));
}
