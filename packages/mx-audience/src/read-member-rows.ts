import { ApiError, type CallOptions, ConnectionError } from '@plumbline/runtime';
import type { MxAudience } from './client.ts';
import type { AudiencesListMembersParams } from './generated/types.ts';

/** Options of {@link readMemberRows}, the same as those of a call. */
export type MemberRowsOptions = CallOptions;

const line = { method: 'GET', path: '/api/v1/audience/{id_or_slug}/list' };

/**
 * Reads the members of an audience as rows of CSV, as they arrive and in constant memory.
 *
 * A row has the fields that MX sends, as text. The header row is included if there is one. Each loop over the result sends one
 * request when it begins. Leaving the loop ends the download. `timeout` limits each wait for bytes. `deadline` limits the whole
 * loop, including the work inside it. The charset is that of the byte order mark, or else of Content-Type, or else UTF-8.
 *
 * @example
 * for await (const row of readMemberRows(mx, audience)) console.log(row);
 *
 * @throws {ApiError} If the status is not 2xx, or the body is not CSV or not text of its charset. Then `body` names the row, counted
 * from 1, and the problem: `Row 3: a quote inside a quoted field is not doubled.` The rows before it have been yielded.
 * @throws {ConnectionError} If the response is truncated, after the complete rows before that.
 * @throws {TimeoutError} If MX sends nothing for longer than `timeout`.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readMemberRows(
  mx: MxAudience,
  params: AudiencesListMembersParams,
  options: MemberRowsOptions = {},
): AsyncIterable<readonly string[]> {
  return { [Symbol.asyncIterator]: () => streamRows(mx, params, options) };
}

async function* streamRows(
  mx: MxAudience,
  params: AudiencesListMembersParams,
  options: MemberRowsOptions,
): AsyncGenerator<readonly string[], void, undefined> {
  // Imported here, so that a program that reads no CSV does not load a parser.
  const { readCsvRows } = await import('./csv-rows.ts');
  const call = mx.audiences.listMembers(params, { ...options, accept: 'text/csv' });
  const body = call.stream();
  const { response } = await call.result();
  const chunks = readCsvRows(body, charsetOf(response), {
    truncated: (cause) => new ConnectionError(line, cause),
    malformed: (advice) => new ApiError(line, response, advice, { advice, retryAt: undefined, problem: undefined }),
  });
  for await (const rows of chunks) {
    for (const row of rows) {
      if (options.signal?.aborted) throw options.signal.reason;
      yield row;
    }
  }
}

/** Reads the charset of a Content-Type. The default is that of RFC 7111. */
function charsetOf({ headers }: Response): string {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*["']?([^"';,\s]+)/i.exec(headers.get('Content-Type') ?? '') ?? [];
  return charset;
}
