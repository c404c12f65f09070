import createFetchClient, { type ClientOptions, type Client as FetchClient } from 'openapi-fetch';
import { CallContext, type ClientContext } from '../pipeline/call-context.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { assertSendable } from '../pipeline/fetch-transport.ts';
import { type HeaderRecord, HttpRequest, type HttpRequestInit } from '../pipeline/http-request.ts';
import type { QuerySerialization } from '../pipeline/operation.ts';
import { ownCopy } from '../pipeline/own-value.ts';
import type { Next } from '../pipeline/policy.ts';
import { checkCallOptions } from './options.ts';
import { fillPath } from './path.ts';
import { querySerializer } from './query.ts';
import { serializeBody } from './request-body.ts';
import { convert, toParameter } from './values.ts';

/** The name of these requests in error messages. */
const label = 'client.api';

/** The openapi-fetch client of a vendor's API. It has a name here, so that the declarations of a caller's library can name it. */
export interface Api<Paths extends object> extends FetchClient<Paths> {}

/** The parts of {@link createApi}. */
export interface ApiParts {
  readonly baseUrl: string;
  readonly querySerialization: QuerySerialization;
  /** Default headers of every request. */
  readonly headers: HeaderRecord;
  readonly context: ClientContext;
  /** The policies around the transport. */
  readonly next: Next;
  /** Whether the caller added policies. Those may ignore the deadline of a call. */
  readonly hasCallerPolicies: boolean;
}

/** Makes `client.api`: the openapi-fetch client, which also sends the requests of the methods. */
export function createApi<Paths extends object>(parts: ApiParts): Api<Paths> {
  const { baseUrl, querySerialization, headers, context, next, hasCallerPolicies } = parts;
  const serializeQuery = querySerializer(querySerialization);
  let hasMiddleware = false;
  let noContent: Response | undefined;
  const fetch = async (request: HttpRequest): Promise<Response> => {
    const { call } = request;
    call.url = request.url;
    try {
      // Before a policy requests a token for it.
      assertSendable(request);
      const response = await (hasCallerPolicies ? call.deadline.race(next(request)) : next(request));
      if (hasMiddleware || !call.operation) return response;
      // A method reads its response itself, because openapi-fetch's way costs more. A middleware must see the response.
      call.response = response;
      noContent ??= new Response(null, { status: 204 });
      return noContent;
    } finally {
      // For a method, `send` closes the deadline.
      if (!call.operation) call.deadline.close();
    }
  };
  // A copy that inherits nothing, because not all options are set.
  const options = ownCopy<ClientOptions>({
    baseUrl,
    fetch: fetch as never,
    Request: requestClass(context, headers) as never,
    pathSerializer: fillPath,
    querySerializer: (query) =>
      serializeQuery(convert(query, (value, name) => (value === null ? undefined : toParameter(label, name, value)))),
    bodySerializer: ((body: unknown, headers: Headers) =>
      serializeBody(label, 'body', body, Object.fromEntries(headers))) as never,
  });
  const api = createFetchClient<Paths>(options);
  const { use } = api;
  api.use = (...middleware) => {
    hasMiddleware = true;
    use(...middleware);
  };
  return api;
}

/** Makes the `Request` class for openapi-fetch. A method passes its call; each request of `client.api` creates one. */
function requestClass(context: ClientContext, headers: HeaderRecord) {
  interface Init extends Omit<CallOptions, 'headers'>, Pick<HttpRequestInit, 'method' | 'body'> {
    readonly headers: Headers;
    readonly headerRecord?: HeaderRecord;
    readonly call?: CallContext;
  }
  return class extends HttpRequest {
    readonly #options: CallOptions;
    #call: CallContext | undefined;

    constructor(url: string, init: Init) {
      const own = ownCopy(init);
      const { method, headerRecord = headers, body, call } = own;
      // openapi-fetch passes on the headers of a caller of `client.api`. A method has its own.
      const record = call ? headerRecord : { ...headerRecord, ...Object.fromEntries(init.headers) };
      super(url, ownCopy({ call: call as CallContext, method, headers: record, body }));
      this.#options = own as Omit<Init, 'headers'>;
      this.#call = call;
    }

    /** Created on first access, because a middleware may respond without a call. */
    override get call(): CallContext {
      if (this.#call) return this.#call;
      checkCallOptions(label, { signal: this.#options.signal });
      this.#call = new CallContext(
        context,
        ownCopy({
          line: { method: this.method, path: new URL(this.url).pathname },
          options: this.#options,
          // The caller may read the response as a stream.
          streaming: true,
        }),
      );
      return this.#call;
    }
  };
}
