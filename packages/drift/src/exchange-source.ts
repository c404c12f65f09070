import type { Exchange } from '@plumbline/spec-tools/validate/exchange';

/** An exchange whose recording may lack the response body. */
export interface RecordedExchange {
  readonly request: Exchange['request'];
  readonly response: Exchange['response'] & { readonly bodyIsUnknown?: true };
}

/** Exchanges to compare, from a recording or from live calls. */
export interface ExchangeSource {
  readonly exchanges: readonly RecordedExchange[];
  /** What could not be called or read, and why. */
  readonly notes: readonly string[];
}

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Sends a request, as the platform's `fetch` does. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Drift could not run. The message is printed: it must hold no credential, no value of a response and no query string. */
export class CouldNotRun extends Error {
  override readonly name = 'CouldNotRun';
}
