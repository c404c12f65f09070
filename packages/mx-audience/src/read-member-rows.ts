import {
  ApiError,
  type Attempt,
  type CallOptions,
  ConnectionError,
  type Input,
  PlainRequest,
  PlumblineError,
  TimeoutError,
} from '@plumbline/runtime';
import type { MxAudience } from './client.ts';
import type { operations } from './generated/schema.ts';

/** What {@link readMemberRows} can be told besides its parameters. */
export type MemberRowsOptions = Pick<CallOptions, 'signal' | 'timeout' | 'retry'>;

type Parameters = Input<operations['audiences/listMembers']>;

const operation = { method: 'GET', path: '/api/v1/audience/{id_or_slug}/list' } as const;

/**
 * Reads the members of an audience as rows of CSV, while they arrive: in constant memory, however many there are.
 *
 * Rows come as MX sends them, as text, a header row too if there is one. Nothing is sent before the loop begins, and each
 * loop over the result sends one request. Leaving the loop ends the download. `timeout` holds for the whole download, and
 * runs on while the loop is busy with a row: raise it where either takes longer than 30 seconds.
 *
 * @example
 * for await (const row of readMemberRows(mx, audience, { timeout: 600_000 })) console.log(row);
 *
 * @throws {ApiError} When MX answers with another status than 2xx, or with what is no CSV.
 * @throws {ConnectionError} When the answer breaks off. The rows before that were handed out, and no half row.
 * @throws {TimeoutError} When the whole answer takes longer than `timeout`.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readMemberRows(
  mx: MxAudience,
  parameters: Parameters,
  options: MemberRowsOptions = {},
): AsyncIterable<readonly string[]> {
  return { [Symbol.asyncIterator]: () => rowsOf(mx, parameters, options) };
}

async function* rowsOf(
  mx: MxAudience,
  parameters: Parameters,
  options: MemberRowsOptions,
): AsyncGenerator<readonly string[], void, void> {
  const { signal } = options;
  // Loaded here, so that a program that reads no CSV does not load a parser; and before the body waits to be read.
  const { readCsvRows } = await import('./csv-rows.ts');
  const attempts: Attempt[] = [];
  try {
    const { data: body, error, response } = await send(mx, parameters, options, attempts);
    const request = new PlainRequest(response.url, { ...operation, operation, attempts });
    if (!response.ok) throw new ApiError(request, response, (error as unknown) === '' ? undefined : error);
    if (!body) return;
    // As elsewhere, the label counts only where it rules CSV out.
    if (/html|json/i.test(response.headers.get('Content-Type') ?? '')) {
      const text = await response.text();
      if (text) throw new ApiError(request, response, parseJson(text));
      return;
    }
    const chunks = readCsvRows(body, {
      cut: (cause) => new ConnectionError(request, cause),
      malformed: () => new ApiError(request, response, undefined),
    });
    for await (const rows of chunks) {
      for (const row of rows) {
        signal?.throwIfAborted();
        yield row;
      }
    }
  } catch (cause) {
    if (cause instanceof ConnectionError || cause instanceof TimeoutError) cause.attempts = attempts;
    throw cause;
  }
}

async function send(
  mx: MxAudience,
  { id_or_slug, ...query }: Parameters,
  { signal, timeout, retry }: MemberRowsOptions,
  attempts: Attempt[],
) {
  if (timeout !== undefined && !(timeout > 0))
    throw new PlumblineError('readMemberRows: `timeout` must be a number of milliseconds above 0.');
  const init = {
    params: { path: { id_or_slug }, query },
    headers: { Accept: 'text/csv' },
    parseAs: 'stream',
    ...(signal && { signal }),
    timeout,
    retry,
    attempts,
    operation,
  } as const;
  try {
    return await mx.api.GET(operation.path, init);
  } catch (cause) {
    // openapi-fetch loses a reason that is falsy.
    signal?.throwIfAborted();
    throw cause;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
