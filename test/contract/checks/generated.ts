import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Operation } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type DeclaredResponse, hasList, readFilled, readGenerated, readLists } from '../arbitrary/read-generated.ts';
import { sendGenerated } from '../arbitrary/send-generated.ts';
import { type Check, operationsToCheck } from '../check.ts';

/** The client sends valid requests for generated input, and reads generated responses unchanged. */
export function generatedChecks(vendor: string, ids?: ReadonlySet<string>): Check[] {
  const document = readSpec(vendor);
  return operationsToCheck(document, ids).flatMap((operation): Check[] => {
    const check = (sentence: string, run: Check['run']): Check => ({
      name: `${operation.id} ${sentence}`,
      operation: operation.id,
      run,
    });
    const responses = declaredOf(operation);
    const successes = responses.filter(({ status }) => status < 300);
    const errors = responses.filter(({ status }) => status >= 300);
    const read =
      (declared: readonly DeclaredResponse[]): Check['run'] =>
      (target) =>
        readGenerated(vendor, document, operation, declared, target);
    return [
      check('sends valid requests for generated input', (target) => sendGenerated(vendor, document, operation, target)),
      ...successes.map((success) =>
        check(`reads generated ${success.key} ${success.mediaType} unchanged`, read([success])),
      ),
      ...(errors.length > 0 ? [check('reads generated error bodies unchanged', read(errors))] : []),
      ...responses
        .filter(({ mediaType }) => bodyKindOf(mediaType) === 'json' && operation.method !== 'HEAD')
        .map((response) => ({
          ...check(`reads each declared field of ${response.key} ${response.mediaType}`, (target) =>
            readFilled(vendor, document, operation, response, target),
          ),
          stubbed: true,
        })),
      ...successes
        .filter((success) => hasList(document, success))
        .map((success) =>
          check(`reads empty and very long lists of ${success.key} ${success.mediaType}`, (target) =>
            readLists(vendor, document, operation, success, target),
          ),
        ),
    ];
  });
}

function declaredOf({ responses, method }: Operation): DeclaredResponse[] {
  if (method === 'HEAD') return [];
  return Object.entries(responses).flatMap(([key, { content = {} }]) =>
    Object.entries(content).map(([mediaType, media]) => ({
      key,
      status: key === 'default' ? 418 : Number(key.replace('XX', '03')),
      mediaType,
      media,
    })),
  );
}
