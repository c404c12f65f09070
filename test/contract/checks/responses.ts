import { strict as assert } from 'node:assert';
import type { Operation } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type Check, operationsToCheck, type Target } from '../check.ts';
import { isLarge } from '../constraints/large-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';
import { addressOf } from '../requests/base-input.ts';
import { bodyCases, bodylessCases, type ResponseCase, undeclaredCases } from './response-cases.ts';

/**
 * The Ajv validator accepts made-up responses within each constraint and refuses those outside.
 *
 * Clients refuse no response, so only the validator finds one that breaks the spec.
 */
export function responseChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  return operationsToCheck(document, ids).flatMap((operation): Check[] => {
    // Made when the check runs: those of a large document do not fit in memory together.
    const check = (sentence: string, makeCases: () => Iterable<ResponseCase>): Check => ({
      name: `${operation.id} ${sentence}`,
      operation: operation.id,
      run: async (target) => {
        assert.deepEqual(wrongResults(target, operation, makeCases()), []);
      },
    });
    const declared = Object.entries(operation.responses).flatMap(([key, { content }]) =>
      content && operation.method !== 'HEAD'
        ? Object.entries(content).map(([mediaType, media]) => {
            const places = isLarge(readSchema(document, media.schema)) ? ', each component in one place' : '';
            return check(`returns ${key} ${mediaType} within each constraint of its schema only${places}`, () =>
              bodyCases(document, operation, key, mediaType, media),
            );
          })
        : [check(`returns ${key} without a body only`, () => bodylessCases(operation, key))],
    );
    return [...declared, check('returns declared statuses only', () => undeclaredCases(operation))];
  });
}

/** Describes each case that the validator accepts or refuses wrongly. */
function wrongResults({ url, validator }: Target, operation: Operation, cases: Iterable<ResponseCase>): string[] {
  const request = { method: operation.method, url: addressOf(operation, url), headers: {} };
  const results: string[] = [];
  for (const { description, valid, response } of cases) {
    const findings = validator.response({ request, response });
    if (findings.length === 0 && !valid) results.push(`accepts ${description}`);
    if (findings.length > 0 && valid)
      results.push(`refuses ${description}: ${findings.map(({ message }) => message).join('; ')}`);
  }
  return results;
}
