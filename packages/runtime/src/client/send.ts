import { type ErrorPointers, readProblem } from '../errors/problem.ts';
import { BufferedResponse } from '../pipeline/buffered-response.ts';
import { CallContext, type ClientContext } from '../pipeline/call-context.ts';
import type { UntypedCallOptions } from '../pipeline/call-options.ts';
import { normalizeHeaders } from '../pipeline/headers.ts';
import type { HeaderRecord } from '../pipeline/http-request.ts';
import type { OperationDefinition, QuerySerialization } from '../pipeline/operation.ts';
import { ownCopy } from '../pipeline/own-value.ts';
import { parseRetryAfter } from '../policies/retry/retry-after.ts';
import { type Reply, withAttempts } from './call.ts';
import { refuseOption } from './check-text.ts';
import type { ClientFeatures } from './client-features.ts';
import { splitInput } from './input.ts';
import { assertRecord, checkCallOptions } from './options.ts';
import type { LinkTarget } from './pagination.ts';
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
  /** Where error responses say why. */
  readonly errors?: ErrorPointers | undefined;
  /** Servers that replace those of single operations, by their URL in the spec. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
  /** The caller's `baseUrl`, which also replaces the servers of single operations, except those in `servers`. */
  readonly baseUrl?: string | undefined;
  /** What some operations need: a record that inherits nothing. */
  readonly features: ClientFeatures;
  /** Converts the caller's parameters to those that the vendor expects. */
  readonly input?: ((parameters: Parameters) => Parameters) | undefined;
}

/** What the pages of a list share. */
interface SharedByPages {
  /** End of the deadline by the clock's `now()`. The first page sets it. */
  end: number | undefined;
}

/**
 * Sends one request of an operation through openapi-fetch, and reads its response.
 *
 * @param isStreaming Whether the caller reads a success as a stream. Known after the caller's line of code has run.
 * @param pages What the pages of a list share; undefined if the operation is not a list.
 * @param link The URL of a page that the vendor named, in place of the operation's path and of the parameters of the query.
 */
type Send = (
  parameters: Parameters,
  options: UntypedCallOptions,
  isStreaming: () => boolean,
  pages?: SharedByPages,
  link?: LinkTarget,
) => Promise<Reply>;

/** Makes the function that sends the requests of one operation. */
export function createSend(sender: Sender, operation: OperationDefinition): Send {
  const { context, servers, errors, baseUrl, features } = sender;
  const { method, path: label, responseMediaTypes, server } = operation;
  const serializeQuery = querySerializer(sender.querySerialization, operation.parameters);
  return async (parameters, given, isStreaming, pages, link) => {
    // The caller's line of code may still call `stream()`.
    await undefined;
    const streaming = isStreaming();
    checkCallOptions(label, given);
    assertRecord(label, 'parameters', parameters);
    const options = ownCopy(given);
    const call = new CallContext(context, {
      line: operation,
      operation,
      options,
      end: pages?.end,
      streaming,
      priority: 'normal',
    });
    const { deadline, attempts } = call;
    if (pages) pages.end = deadline.end;
    try {
      deadline.throwIfExpired();
      const parts = splitInput(operation, sender.input?.(ownCopy(parameters)) ?? parameters);
      const finish = features.parameters?.(operation, parts, serializeQuery);
      const { header, body, path, query } = parts;
      const accept = options.accept ?? responseMediaTypes?.[0] ?? 'application/json';
      const headerRecord = buildHeaders(sender, operation, options, accept, header);
      const received = await sender.request(method, link?.path ?? label, {
        // Own properties, so that no prototype sets the options that a call does not set: openapi-fetch copies them.
        fetch: undefined,
        Request: undefined,
        pathSerializer: undefined,
        middleware: undefined,
        headers: undefined,
        params: ownCopy({
          path,
          query: query && convert(query, (value, name) => toParameter(label, name, value)),
        }),
        body,
        bodySerializer: (value: unknown) => {
          const { requestMediaType: media = 'application/json', encoding } = operation;
          headerRecord['content-type'] ??= media;
          return (features.bodies?.[media] ?? serializeBody)(
            label,
            operation.body === 'whole' ? 'body' : '',
            value,
            headerRecord,
            encoding,
          );
        },
        headerRecord,
        baseUrl: server && (servers?.[server] ?? baseUrl ?? server),
        querySerializer: serializeQuery,
        // The body of a success is read below.
        parseAs: 'stream',
        call,
        ...finish?.(headerRecord),
        ...link,
      });
      const { response, error } = call.response ? { response: call.response, error: undefined } : ownCopy(received);
      const media = responseMediaTypes?.length === 0 ? undefined : accept;
      const special = features.responses && (await features.responses(call, response, error, media, options));
      const result =
        special?.result ??
        (streaming && response.ok && (media === undefined || mayHaveType(response, media))
          ? { ok: true, status: response.status, response }
          : await readBody(response, error, media));
      const reply: Reply = ownCopy({ ...special, result, call });
      if (special || response.ok) return reply;
      const date = call.clock.date();
      const delay = parseRetryAfter(response.headers, date);
      return {
        ...reply,
        retryAt: delay ? new Date(date + delay) : undefined,
        problem: readProblem(response, result.error, errors, call.secrets),
      };
    } catch (cause) {
      try {
        // openapi-fetch loses a falsy reason of an abort.
        deadline.throwIfExpired();
        throw cause;
      } catch (reason) {
        throw withAttempts(reason, attempts);
      }
    } finally {
      deadline.close();
    }
  };
}

/** @param error The error, if openapi-fetch has read it already. */
async function readBody(response: Response, error: unknown, media: string | undefined): Promise<UntypedResult> {
  if (error !== undefined) return readResult(response, error, media);
  const text = await response.text();
  return readResult(response.bodyUsed ? new BufferedResponse(response, text) : response, text, media);
}

/** @throws {PlumblineError} If a header cannot be sent, or if the idempotency key protects nothing. */
function buildHeaders(
  { headers, context, features }: Sender,
  operation: OperationDefinition,
  { idempotencyKey, headers: callHeaders }: UntypedCallOptions,
  accept: string,
  parameters: Parameters | undefined,
): Record<string, string> {
  const { path } = operation;
  const texts =
    parameters &&
    convert(parameters, (value, name) => String((Array.isArray(value) ? toParameter : toText)(path, name, value)));
  const name = 'idempotency-key';
  const createKey = operation.idempotencyKey && features.createKey;
  if (idempotencyKey !== undefined && !createKey) {
    refuseOption(path, 'idempotencyKey', 'has no effect on this operation.');
  }
  const key = createKey?.(context.clock, path, 'idempotencyKey', idempotencyKey);
  const record: Record<string, string> = Object.assign(ownCopy(headers), { accept }, key && { [name]: key });
  // Later ones override earlier ones. Each is normalized alone, because names of two may differ only in case.
  for (const part of [operation.headers, texts, idempotencyKey && { [name]: key }, callHeaders]) {
    if (part) Object.assign(record, normalizeHeaders(part));
  }
  // A blank key of the client is a mistake, even if the call has another.
  for (const { [name]: sent = key } of key ? [headers, record] : [])
    createKey?.(context.clock, path, 'Idempotency-Key', sent);
  return record;
}
