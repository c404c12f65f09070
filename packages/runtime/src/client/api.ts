import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { CallContext, type ClientContext } from '../pipeline/call-context.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { type HeaderRecord, HttpRequest, type HttpRequestInit } from '../pipeline/http-request.ts';
import type { QuerySerialization } from '../pipeline/operation.ts';
import type { Next } from '../pipeline/policy.ts';
import { fillPath } from './path.ts';

/** What {@link createApi} takes. */
export interface ApiParts {
  readonly baseUrl: string;
  readonly querySerialization: QuerySerialization;
  /** Headers of every request of an operation. */
  readonly headers: HeaderRecord;
  readonly context: ClientContext;
  /** The policies around the transport. */
  readonly next: Next;
  /** Whether some of them are the caller's, which need not know of a call's time. */
  readonly hasCallerPolicies: boolean;
}

/** Makes the openapi-fetch client that methods send by, and that is `client.api`. */
export function createApi<Paths extends object>(parts: ApiParts): FetchClient<Paths> {
  const { baseUrl, querySerialization, headers, context, next, hasCallerPolicies } = parts;
  let hasMiddleware = false;
  let noContent: Response | undefined;
  const fetch = async (request: HttpRequest): Promise<Response> => {
    const { call } = request;
    try {
      const response = await (hasCallerPolicies ? call.deadline.race(next(request)) : next(request));
      if (hasMiddleware || !call.operation) return response;
      // A method reads its response by itself, unless a middleware is to see it: openapi-fetch's way costs more.
      call.response = response;
      noContent ??= new Response(null, { status: 204 });
      return noContent;
    } finally {
      // `send` ends the call of a method.
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

/** The `Request` that openapi-fetch makes: of a method with the call that it belongs to, of `client.api` with a call of its own. */
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
      // openapi-fetch has headers of its own for a body, and a caller's of `client.api`.
      const isPlain = call && body === undefined;
      const record = isPlain ? headerRecord : { ...headerRecord, ...Object.fromEntries(init.headers) };
      super(url, { call: call as CallContext, method, headers: record, body });
      this.#options = init as Omit<Init, 'headers'>;
      this.#call = call;
    }

    /** Begins with the first look: a middleware may respond by itself. */
    override get call(): CallContext {
      this.#call ??= new CallContext(context, {
        line: { method: this.method, path: new URL(this.url).pathname },
        options: this.#options,
        // How the response will be read is not known.
        streaming: true,
      });
      return this.#call;
    }
  };
}
