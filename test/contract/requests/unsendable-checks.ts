import { strict as assert } from 'node:assert';
import { isApiError, isPlumblineError } from '@plumbline/magicbell';
import { methodsOf } from '@plumbline/repository/clients';
import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import type { Check } from '../check.ts';
import { recordingFetch } from '../recording.ts';
import { baseInput } from './base-input.ts';

/** Values that a path parameter cannot have: they make another path or have no encoding. */
const unsendable: Readonly<Record<string, string>> = {
  'an empty string': '',
  'a dot': '.',
  'two dots': '..',
  'half a surrogate pair': '\ud83d',
};

/** For each path parameter, the values that the client refuses before it sends a request. */
export function unsendableChecks(vendor: string, document: Document, operation: Operation): Check[] {
  const names = methodParametersOf(operation)
    .filter(({ in: place, style = 'simple', content }) => place === 'path' && style === 'simple' && !content)
    .map(({ name }) => name);
  return names.flatMap((name) =>
    Object.entries(unsendable).map(([description, value]) => ({
      name: `${operation.id} throws for ${description} as ${name} before it sends a request`,
      operation: operation.id,
      run: async ({ url }) => {
        const exchanges: Exchange[] = [];
        const method = methodsOf(vendor, { baseUrl: url, fetch: recordingFetch(exchanges) })(operation.id);
        const error = await method({ ...baseInput(document, operation), [name]: value }).catch(
          (reason: unknown) => reason,
        );
        assert.ok(
          isPlumblineError(error) && !isApiError(error),
          `the client throws ${error}, which is not its own error`,
        );
        assert.deepEqual(exchanges, []);
      },
    })),
  );
}
