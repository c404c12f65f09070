/** A request that `fetch` received. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  /** The headers by their lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, unchanged: JSON is a string. */
  readonly body: NonNullable<RequestInit['body']> | null;
  readonly signal: AbortSignal | null;
  /** Clients pass `manual`: a redirect would take credentials to another host. */
  readonly redirect: NonNullable<RequestInit['redirect']>;
}

/** The response to one request: a response, an error that `fetch` throws, or a function of the request. */
export type ScriptedResponse = Response | Error | ((request: RecordedRequest) => Response | Promise<Response>);

/** A `fetch` that records its requests. */
export interface RecordingFetch {
  (url: string | URL, init?: RequestInit): Promise<Response>;
  /** All requests, in order. */
  readonly requests: readonly RecordedRequest[];
}

/**
 * Makes a `fetch` that records each request, and responds by a script: one response for all requests, or a list with one for each.
 * A request beyond the list throws.
 *
 * @example
 * const fetch = recordingFetch(Response.json({ users: [] }));
 * await createMagicBell({ apiKey, apiSecret, fetch }).users.list();
 * fetch.requests[0]?.headers['x-magicbell-api-key'];
 *
 * @example
 * recordingFetch([networkError('ECONNRESET'), rateLimited(20), Response.json({ users: [] })]);
 *
 * @example
 * recordingFetch(({ url, ...init }) => globalThis.fetch(url, init)); // records, and sends
 *
 * @example
 * recordingFetch(({ url }) => Response.json(url.endsWith('/token') ? { access_token: 'test' } : { data: [] }));
 */
export function recordingFetch(script: ScriptedResponse | readonly ScriptedResponse[]): RecordingFetch {
  const requests: RecordedRequest[] = [];
  const fetch = async (url: string | URL, init: RequestInit = {}) => {
    const request = record(url, init);
    const index = requests.push(request) - 1;
    if (request.signal?.aborted) throw request.signal.reason;
    const scripted = isList(script) ? script[index] : script;
    if (!scripted) throw new Error(describeExhausted(request, index));
    if (typeof scripted === 'function') return scripted(request);
    // A body can be read once, so each request gets its own copy.
    if ('clone' in scripted) return scripted.clone();
    throw scripted;
  };
  return Object.assign(fetch, { requests });
}

function record(url: string | URL, init: RequestInit): RecordedRequest {
  const { method = 'GET', headers, body = null, signal = null, redirect = 'follow' } = init;
  return { method, url: String(url), headers: Object.fromEntries(new Headers(headers)), body, signal, redirect };
}

function isList(script: ScriptedResponse | readonly ScriptedResponse[]): script is readonly ScriptedResponse[] {
  return Array.isArray(script);
}

function describeExhausted({ method, url }: RecordedRequest, index: number): string {
  return `recordingFetch: no response is left for request ${index + 1}, ${method} ${url}. The script has ${index}.`;
}
