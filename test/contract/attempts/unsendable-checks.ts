import { strict as assert } from 'node:assert';
import { isApiError, isPlumblineError } from '@plumbline/magicbell';
import { methodsOf } from '@plumbline/repository/clients';
import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import type { Check } from '../check.ts';
import { recordingFetch } from '../recording.ts';
import { baseInput } from './base-input.ts';

/** What no path can hold, since it would be another path or has no encoding. */
const unsendable: Readonly<Record<string, string>> = {
  'an empty text': '',
  'a dot': '.',
  'two dots': '..',
  'half a character': '\ud83d',
};

/** What a client refuses to send at all, for each parameter of a path. */
export function unsendableChecks(vendor: string, document: Document, operation: Operation): Check[] {
  const names = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  return names.flatMap((name) =>
    Object.entries(unsendable).map(([what, value]) => ({
      name: `${operation.id} is not sent with ${what} as ${name}`,
      operation: operation.id,
      run: async ({ url }) => {
        const exchanges: Exchange[] = [];
        const method = methodsOf(vendor, { baseUrl: url, fetch: recordingFetch(exchanges) })(operation.id);
        const error = await method({ ...baseInput(document, operation), [name]: value }).catch(
          (reason: unknown) => reason,
        );
        assert.ok(isPlumblineError(error) && !isApiError(error), `it was not refused by the client: ${error}`);
        assert.deepEqual(exchanges, []);
      },
    })),
  );
}
