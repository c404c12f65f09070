import type { SandboxRequest } from '../sandbox.ts';
import { essenceOf } from './body.ts';
import { type Credentials, plainName } from './credentials.ts';
import { pairsOf } from './parameters.ts';

/** A request of `fetch` with its body read. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** Reads what `fetch` is called with, and throws what it throws. */
export async function readRequest(input: string | URL | Request, init: RequestInit): Promise<Received> {
  // A stream as a body needs `duplex` (Fetch standard).
  const request = new Request(input, { duplex: 'half', ...init } as RequestInit);
  // The signal of the test has its own reason. Some runtimes give a request none.
  const signal = init.signal ?? request.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  const { url, headers } = request;
  return { method: request.method.toUpperCase(), url, headers, body: await request.text(), signal };
}

// Names of credentials, also of vendors other than the sandbox's, as `plainName` writes them.
const secretHeader = /auth|token|secret|password|cookie|session|signature|hmac|(?<!idempotency)key$/;
const secretField =
  /^(x?api(key|secret|token)|(access|refresh|id|auth|session)?token|(client)?(secret|assertion)|password|signature)$/;

/** A request as tests see it: without credentials, also those of vendors that the sandbox does not play. */
export function hideCredentials(
  { parameterNames, propertyNames }: Credentials,
  { headers, body, url }: Pick<Received, 'headers' | 'body' | 'url'>,
): Pick<SandboxRequest, 'url' | 'headers' | 'body'> {
  const isSecret = (name: string, declared = propertyNames, known = secretField) => {
    const plain = plainName(name);
    return declared.includes(plain) || known.test(plain);
  };
  const hideInPairs = (text: string, declared = propertyNames) =>
    text
      .split('&')
      .map((pair) => (isSecret(pairsOf(pair)[0]?.[0] ?? '', declared) ? `${pair.split('=', 1)[0]}=***` : pair))
      .join('&');
  const hideInBody = () => {
    if (essenceOf(headers.get('content-type') ?? '') === 'application/x-www-form-urlencoded') return hideInPairs(body);
    let found = false;
    try {
      const hidden: unknown = JSON.parse(body, (name, value) => {
        if (!isSecret(name)) return value;
        found = true;
        return '***';
      });
      return found ? JSON.stringify(hidden) : body;
    } catch {
      // What cannot be read is hidden as a whole if a credential may be in it.
      return body.split(/[^\w-]+/).some((word) => isSecret(word)) ? '***' : body;
    }
  };
  const { origin, pathname, search } = new URL(url);
  return {
    url: origin + pathname + (search && `?${hideInPairs(search.slice(1), parameterNames)}`),
    headers: Object.fromEntries(
      [...headers].map(([name, value]) => [name, isSecret(name, parameterNames, secretHeader) ? '***' : value]),
    ),
    body: body === '' ? undefined : hideInBody(),
  };
}
