import { BufferedResponse } from '../pipeline/buffered-response.ts';
import type { CallContext } from '../pipeline/call-context.ts';
import type { StreamDefinition } from '../pipeline/operation.ts';
import { ownValue } from '../pipeline/own-value.ts';
import { mayHaveType } from './result.ts';
import type { ReadSpecial } from './special-response.ts';

/** Media types whose bodies are what the vendor stored, under the `Content-Type` of that. */
const anyBytes = /^application\/octet-stream$|\*|json$/;

/** How an operation reads a success of a media type; undefined if as JSON or text. */
export function kindOf({ operation }: CallContext, media = ''): 'bytes' | StreamDefinition | undefined {
  return ownValue(operation?.responseKinds ?? {}, media);
}

/**
 * Reads a success that is neither JSON nor text: bytes, a redirect, and a stream of events as text.
 *
 * Generated code passes it as `features.responses` where an operation needs it.
 */
export const readSpecial: ReadSpecial = async (call, response, error, media = '') => {
  const { ok, status } = response;
  if (call.operation?.redirects && status >= 300 && status < 400) {
    return { result: { ok: true, status, data: undefined, response }, open: () => undefined };
  }
  const kind = kindOf(call, media);
  const isBytes = kind === 'bytes';
  const hasType = (isBytes && anyBytes.test(media)) || mayHaveType(response, media);
  // An error, or the page of a proxy, is JSON or text.
  if (!kind || !ok || error !== undefined || !hasType) return undefined;
  if (call.streaming) return { result: { ok, status, response } };
  const bytes = new Uint8Array(await response.arrayBuffer());
  const kept = response.bodyUsed ? new BufferedResponse(response, bytes) : response;
  const text = isBytes ? '' : new TextDecoder().decode(bytes);
  // A file may be empty.
  const data = isBytes && status !== 204 && status !== 205 ? bytes : text || undefined;
  return { result: { ok, status, data, response: kept } };
};
