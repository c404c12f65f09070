import { ApiError, type CallOptions, ConnectionError, type Input } from '@plumbline/runtime';
import type { MxAudience } from './client.ts';
import type { operations } from './generated/schema.ts';

/** Options of {@link readMemberRows}: those of any call. */
export type MemberRowsOptions = CallOptions;

type Parameters = Input<operations['audiences/listMembers']>;

const line = { method: 'GET', path: '/api/v1/audience/{id_or_slug}/list' };

/**
 * Reads the members of an audience as rows of CSV, while they arrive: in constant memory, however many there are.
 *
 * Rows come as MX sends them, as text, with the header row if there is one. Nothing is sent before the loop begins, and each
 * loop over the result sends one request. Leaving the loop ends the download. `timeout` limits each wait for bytes, and
 * `deadline` all of it, the work inside the loop included.
 *
 * @example
 * for await (const row of readMemberRows(mx, audience)) console.log(row);
 *
 * @throws {ApiError} When the response is no 2xx or no CSV.
 * @throws {ConnectionError} When the response is cut, after the rows before that; never half a row.
 * @throws {TimeoutError} When MX sends nothing for longer than `timeout`.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readMemberRows(
  mx: MxAudience,
  parameters: Parameters,
  options: MemberRowsOptions = {},
): AsyncIterable<readonly string[]> {
  return { [Symbol.asyncIterator]: () => streamRows(mx, parameters, options) };
}

async function* streamRows(
  mx: MxAudience,
  parameters: Parameters,
  options: MemberRowsOptions,
): AsyncGenerator<readonly string[], void, undefined> {
  // Loaded here, so that a program that reads no CSV does not load a parser.
  const { readCsvRows } = await import('./csv-rows.ts');
  const call = mx.audiences.listMembers(parameters, { ...options, accept: 'text/csv' });
  const chunks = readCsvRows(call.stream(), {
    truncated: (cause) => new ConnectionError(line, cause),
    malformed: async () => new ApiError(line, (await call.result()).response, undefined),
  });
  for await (const rows of chunks) {
    for (const row of rows) {
      options.signal?.throwIfAborted();
      yield row;
    }
  }
}
