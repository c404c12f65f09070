import { type Operation, operationsOf, resolve, type Schema } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { attemptChecks } from '../attempts/attempt.ts';
import { baseInput } from '../attempts/base-input.ts';
import type { Check } from '../check.ts';

const json = 'application/json';

/**
 * Where nothing in a body is required, an object with nothing in it is accepted.
 *
 * A client leaves such a body out where it may, so it is put in on the way.
 */
export function emptyBodyChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  const mayBeEmpty = ({ body }: Operation) => {
    const media = body?.content[json];
    const { type, required = [] } = resolve<Schema & { required?: readonly string[] }>(document, media?.schema ?? {});
    return type === 'object' && required.length === 0;
  };
  return operationsOf(document)
    .filter(mayBeEmpty)
    .flatMap((operation) =>
      attemptChecks(vendor, operation, [
        {
          name: 'an object with nothing in it',
          input: baseInput(document, operation),
          headers: { 'Content-Type': json },
          change: (wire) => {
            wire.body = '{}';
          },
        },
      ]),
    );
}
