/** `#transport-fault` in browsers, where `fetch` says only that a request failed: not why, nor whether it was sent. */
import type { TransportFault } from './transport-fault.ts';

/** Reads the code of an error, which a function in place of `fetch` may have thrown. */
export function readTransportFault(thrown: unknown): TransportFault {
  return { code: readCode(thrown), notConnected: false, permanent: undefined };
}

/** @param depth Limited, because some errors refer to themselves. */
function readCode(error: unknown, depth = 6): string | undefined {
  const { code, cause } = Object(error) as { readonly code?: unknown; readonly cause?: unknown };
  // Text of a server is not a code.
  if (typeof code === 'string' && /^\w{1,64}$/.test(code)) return code;
  return cause && depth > 0 ? readCode(cause, depth - 1) : undefined;
}
