import { BufferedResponse } from '../pipeline/buffered-response.ts';
import { CallContext, type ClientContext } from '../pipeline/call-context.ts';
import type { UntypedCallOptions } from '../pipeline/call-options.ts';
import { normalizeHeaders } from '../pipeline/headers.ts';
import type { HeaderRecord } from '../pipeline/http-request.ts';
import type { OperationDefinition, QuerySerialization } from '../pipeline/operation.ts';
import { ownCopy } from '../pipeline/own-value.ts';
import { parseRetryAfter } from '../policies/retry/retry-after.ts';
import { type Reply, withAttempts } from './call.ts';
import { assertKey, idempotencyKeyOf } from './idempotency-key.ts';
import { splitInput } from './input.ts';
import { assertRecord, checkCallOptions } from './options.ts';
import { querySerializer } from './query.ts';
import { serializeBody } from './request-body.ts';
import { mayHaveType, readResult, type UntypedResult } from './result.ts';
import { convert, toParameter, toText } from './values.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The method `request` of an openapi-fetch client, without the types of its paths. */
export type UntypedRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** The parts of a client that send a call. */
export interface Sender {
  readonly context: ClientContext;
  /** The method of the openapi-fetch client. */
  readonly request: UntypedRequest;
  /** Default headers of every request. */
  readonly headers: HeaderRecord;
  /** How a query serializes parameters that have no style of their own. */
  readonly querySerialization: QuerySerialization;
  /** Servers that replace those of single operations, by their URL in the spec. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
  /** Converts the caller's parameters to those that the vendor expects. */
  readonly input?: ((parameters: Parameters) => Parameters) | undefined;
}

interface SharedByPages {
  /** End of the deadline by the clock's `now()`. The first page sets it. */
  end: number | undefined;
}

/** One call of an operation. */
export interface OperationCall {
  readonly operation: OperationDefinition;
  readonly parameters: Parameters;
  readonly options: UntypedCallOptions;
  /** What the pages of a list share. */
  readonly pages?: SharedByPages | undefined;
  /** Whether the caller reads a success as a stream. Known after the caller's line of code has run. */
  readonly isStreaming: () => boolean;
}

/** Sends the request of one operation through openapi-fetch, and reads its response. */
export async function send(
  sender: Sender,
  { operation, parameters, options: given, pages, isStreaming }: OperationCall,
): Promise<Reply> {
  // The caller's line of code may still call `stream()`.
  await undefined;
  const streaming = isStreaming();
  const { path: label } = operation;
  checkCallOptions(label, given);
  assertRecord(label, 'parameters', parameters);
  const options = ownCopy(given);
  const limit = options.deadline ?? sender.context.options.deadline;
  if (pages && limit !== undefined) pages.end ??= sender.context.clock.now() + limit;
  const call = new CallContext(sender.context, {
    line: operation,
    operation,
    options,
    end: pages?.end,
    streaming,
    priority: 'normal',
  });
  try {
    call.deadline.throwIfExpired();
    const { header, body, path, query } = splitInput(operation, sender.input?.(ownCopy(parameters)) ?? parameters);
    const accept = options.accept ?? operation.responseMediaTypes?.[0] ?? 'application/json';
    const headerRecord = buildHeaders(sender, operation, options, accept, header);
    const contentType = headerRecord['content-type'] ?? operation.requestMediaType;
    const received = await sender.request(operation.method, operation.path, {
      // The options that a call does not set are own properties, so that no prototype sets them.
      fetch: undefined,
      Request: undefined,
      pathSerializer: undefined,
      middleware: undefined,
      params: {
        path,
        query: query && convert(query, (value, name) => toParameter(label, name, value)),
        header: undefined,
      },
      body,
      bodySerializer: (value: unknown) =>
        serializeBody(label, operation.body === 'whole' ? 'body' : '', value, contentType),
      headers: contentType && { 'Content-Type': contentType },
      headerRecord,
      baseUrl: operation.server && (sender.servers?.[operation.server] ?? operation.server),
      querySerializer: querySerializer(sender.querySerialization, operation.parameters),
      // The body of a success is read below.
      parseAs: 'stream',
      call,
    });
    const { response, error } = call.response ? { response: call.response, error: undefined } : ownCopy(received);
    const media = operation.responseMediaTypes?.length === 0 ? undefined : accept;
    const result =
      streaming && response.ok && (media === undefined || mayHaveType(response, media))
        ? { ok: true, status: response.status, response }
        : await readBody(response, error, media);
    const date = response.ok ? 0 : call.clock.date();
    const delay = date && parseRetryAfter(response.headers, date);
    return { result, line: operation, attempts: call.attempts, retryAt: delay ? new Date(date + delay) : undefined };
  } catch (cause) {
    try {
      // openapi-fetch loses a falsy reason of an abort.
      call.deadline.throwIfExpired();
      throw cause;
    } catch (reason) {
      throw withAttempts(reason, call.attempts);
    }
  } finally {
    call.deadline.close();
  }
}

/** @param error The error, if openapi-fetch has read it already. */
async function readBody(response: Response, error: unknown, media: string | undefined): Promise<UntypedResult> {
  if (error !== undefined) return readResult(response, error, media);
  const text = await response.text();
  return readResult(response.bodyUsed ? new BufferedResponse(response, text) : response, text, media);
}

/** @throws {PlumblineError} If a header cannot be sent, or if the idempotency key protects nothing. */
function buildHeaders(
  { headers, context }: Sender,
  operation: OperationDefinition,
  { idempotencyKey, headers: callHeaders }: UntypedCallOptions,
  accept: string,
  parameters: Parameters | undefined,
): HeaderRecord {
  const texts =
    parameters &&
    convert(parameters, (value, name) =>
      String((Array.isArray(value) ? toParameter : toText)(operation.path, name, value)),
    );
  const name = 'idempotency-key';
  const record: Record<string, string> = ownCopy({ ...headers, accept });
  const key = idempotencyKeyOf(operation, idempotencyKey, context.clock);
  const checkKey = () => key && assertKey(operation.path, 'Idempotency-Key', record[name]);
  if (record[name] !== undefined) checkKey();
  if (key) record[name] = key;
  const own = idempotencyKey === undefined ? undefined : { [name]: idempotencyKey };
  // Each part is normalized alone, because names of two parts may differ only in case.
  for (const part of [operation.headers, texts, own, callHeaders]) {
    if (part) Object.assign(record, normalizeHeaders(part));
  }
  checkKey();
  return record;
}
