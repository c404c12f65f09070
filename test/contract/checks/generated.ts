import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type Declared, hasList, readFilled, readGenerated, readLists } from '../arbitrary/read.ts';
import { sendGenerated } from '../arbitrary/sent.ts';
import type { Check } from '../check.ts';

/** What a client sends is valid and what it reads is kept, for requests and answers that chance makes of the schemas. */
export function generatedChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  return operationsOf(document).flatMap((operation): Check[] => {
    const check = (what: string, run: Check['run']): Check => ({
      name: `${operation.id} ${what}`,
      operation: operation.id,
      run,
    });
    const responses = declaredOf(operation);
    const successes = responses.filter(({ status }) => status < 300);
    const errors = responses.filter(({ status }) => status >= 300);
    const read =
      (declared: readonly Declared[]): Check['run'] =>
      (target) =>
        readGenerated(vendor, document, operation, declared, target);
    return [
      check('sends what the spec accepts, whatever it is given', (target) =>
        sendGenerated(vendor, document, operation, target),
      ),
      ...successes.map((success) =>
        check(`keeps a ${success.key} ${success.mediaType} as it is, whatever is in it`, read([success])),
      ),
      ...(errors.length > 0 ? [check('keeps the body of an error as it is, whatever is in it', read(errors))] : []),
      ...responses
        .filter(({ mediaType }) => mediaType.endsWith('json'))
        .map((response) => ({
          ...check(`keeps every field that a ${response.key} ${response.mediaType} may have`, (target) =>
            readFilled(vendor, document, operation, response, target),
          ),
          answered: true,
        })),
      ...successes
        .filter((success) => hasList(document, success))
        .map((success) =>
          check(`keeps the lists of a ${success.key} ${success.mediaType}, huge and empty`, (target) =>
            readLists(vendor, document, operation, success, target),
          ),
        ),
    ];
  });
}

function declaredOf({ responses }: Operation): Declared[] {
  return Object.entries(responses).flatMap(([key, { content = {} }]) =>
    Object.entries(content).map(([mediaType, media]) => ({
      key,
      status: key === 'default' ? 418 : Number(key.replace('XX', '03')),
      mediaType,
      media,
    })),
  );
}
