import { type Operation, resolve, type Schema } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type Check, operationsToCheck } from '../check.ts';
import { baseInput } from '../requests/base-input.ts';
import { requestCaseChecks } from '../requests/request-case.ts';

const json = 'application/json';

/**
 * Operations whose request body has no required property accept an empty object.
 *
 * The client omits an optional empty body, so the check adds it to the request.
 */
export function emptyBodyChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  const canBeEmpty = ({ body }: Operation) => {
    const media = body?.content[json];
    const { type, required = [] } = resolve<Schema & { required?: readonly string[] }>(document, media?.schema ?? {});
    return type === 'object' && required.length === 0;
  };
  return operationsToCheck(document, ids)
    .filter(canBeEmpty)
    .flatMap((operation) =>
      requestCaseChecks(vendor, operation, [
        {
          name: 'an empty object',
          input: baseInput(document, operation),
          headers: { 'Content-Type': json },
          change: (request) => {
            request.body = '{}';
          },
        },
      ]),
    );
}
