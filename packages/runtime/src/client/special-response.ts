import type { CallContext } from '../pipeline/call-context.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import type { UntypedResult } from './result.ts';

/** Reads a body in chunks, as a reader of a stream does. */
export interface ChunkReader {
  read(): Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  cancel(): Promise<unknown>;
}

/** A success that is neither JSON nor text, read. */
export interface SpecialResponse {
  readonly result: UntypedResult;
  /** Opens the body for `stream()`. @default its bytes */
  readonly open?: ((response: Response) => ChunkReader | undefined) | undefined;
}

/**
 * Reads a response if it is a success that is neither JSON nor text.
 *
 * @param error The error, if openapi-fetch has read it already.
 * @param media The requested media type; undefined if the operation declares no body.
 */
export type ReadSpecial = (
  call: CallContext,
  response: Response,
  error: unknown,
  media: string | undefined,
  options: CallOptions,
) => Promise<SpecialResponse | undefined>;
