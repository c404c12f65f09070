import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { CallContext, type ClientContext } from '../pipeline/call-context.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { type HeaderRecord, HttpRequest, type HttpRequestInit } from '../pipeline/http-request.ts';
import type { QuerySerialization } from '../pipeline/operation.ts';
import type { Next } from '../pipeline/policy.ts';
import { fillPath } from './path.ts';

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
export function createApi<Paths extends object>(parts: ApiParts): FetchClient<Paths> {
  const { baseUrl, querySerialization, headers, context, next, hasCallerPolicies } = parts;
  let hasMiddleware = false;
  let noContent: Response | undefined;
  const fetch = async (request: HttpRequest): Promise<Response> => {
    const { call } = request;
    try {
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
  const api = createFetchClient<Paths>({
    baseUrl,
    fetch: fetch as never,
    Request: requestClass(context, headers) as never,
    pathSerializer: fillPath,
    querySerializer: querySerialization as never,
  });
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
      const { method, headerRecord = headers, body, call } = init;
      // openapi-fetch sets headers for a body, and passes on those of a caller of `client.api`.
      const hasOwnHeaders = !call || body !== undefined;
      const record = hasOwnHeaders ? { ...headerRecord, ...Object.fromEntries(init.headers) } : headerRecord;
      super(url, { call: call as CallContext, method, headers: record, body });
      this.#options = init as Omit<Init, 'headers'>;
      this.#call = call;
    }

    /** Created on first access, because a middleware may respond without a call. */
    override get call(): CallContext {
      this.#call ??= new CallContext(context, {
        line: { method: this.method, path: new URL(this.url).pathname },
        options: this.#options,
        // The caller may read the response as a stream.
        streaming: true,
      });
      return this.#call;
    }
  };
}
