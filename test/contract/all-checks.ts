import type { Check } from './check.ts';
import { answerChecks } from './checks/answers.ts';
import { cellChecks } from './checks/cells.ts';
import { emptyBodyChecks } from './checks/empty-bodies.ts';
import { fixtureChecks } from './checks/fixtures.ts';
import { generatedChecks } from './checks/generated.ts';
import { knownValueChecks } from './checks/known-values.ts';
import { pageChecks } from './checks/pages.ts';
import { parameterChecks } from './checks/parameters.ts';
import { refusalChecks } from './checks/refusals.ts';
import { serializationChecks } from './checks/serialization.ts';
import type { Ground } from './ground.ts';

/** Every suite of checks by its ground: the strongest first, and of the calls those that take long last. */
const suites: Readonly<Record<Ground, readonly ((vendor: string) => Check[])[]>> = {
  words: [fixtureChecks],
  calls: [
    cellChecks,
    pageChecks,
    parameterChecks,
    serializationChecks,
    emptyBodyChecks,
    refusalChecks,
    generatedChecks,
  ],
  schemas: [answerChecks, knownValueChecks],
};

/** Every check of a vendor that rests on a ground. */
export function checksOn(ground: Ground, vendor: string): Check[] {
  return suites[ground].flatMap((checksOf) => checksOf(vendor));
}
