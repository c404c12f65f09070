import type { Exchange } from '@plumbline/spec-tools/validate/exchange';

/** An exchange whose recording may have left out the body of the answer: then nothing can be said of it. */
export interface RecordedExchange {
  readonly request: Exchange['request'];
  readonly response: Exchange['response'] & { readonly bodyIsUnknown?: true };
}

/** The exchanges of a recording. */
export interface Traffic {
  readonly exchanges: readonly RecordedExchange[];
  /** What of the recording was left out, and why. */
  readonly leftOut: readonly string[];
}
