import { strict as assert } from 'node:assert';
import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type Answer, bodyAnswers, bodylessAnswers, undeclaredAnswers } from '../answers/answer.ts';
import { addressOf } from '../attempts/base-input.ts';
import type { Check, Target } from '../check.ts';

/**
 * What each response is allowed to be and what not, at every constraint of it: the second judge is asked about made-up answers.
 *
 * No vendor's answer is refused by a client, so it is the judge that would tell of one that breaks the spec.
 */
export function answerChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  return operationsOf(document).flatMap((operation): Check[] => {
    const check = (what: string, answers: readonly Answer[]): Check => ({
      name: `${operation.id} ${what}`,
      operation: operation.id,
      run: async (target) => {
        assert.deepEqual(misjudged(target, operation, answers), []);
      },
    });
    const declared = Object.entries(operation.responses).flatMap(([key, { content }]) =>
      content
        ? Object.entries(content).map(([mediaType, media]) =>
            check(
              `${key} ${mediaType} is what its schema says at every constraint, and nothing else`,
              bodyAnswers(document, operation, key, mediaType, media),
            ),
          )
        : [check(`${key} has no body`, bodylessAnswers(operation, key))],
    );
    return [...declared, check('answers with no status but the declared ones', undeclaredAnswers(operation))];
  });
}

/** The answers that the judge takes for something else than they are, in words. */
function misjudged({ url, judge }: Target, operation: Operation, answers: readonly Answer[]): string[] {
  const request = { method: operation.method, url: addressOf(operation, url), headers: {} };
  return answers.flatMap(({ what, valid, response }) => {
    const findings = judge.response({ request, response });
    if (findings.length === 0 && !valid) return [`accepts ${what}`];
    if (findings.length > 0 && valid) return [`refuses ${what}: ${findings.map(({ message }) => message).join('; ')}`];
    return [];
  });
}
