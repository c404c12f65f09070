import { CallError, type RequestLine } from './call-error.ts';

/** The body of the response is longer than `maxResponseBytes`. The rest of it was not read. */
export class ResponseSizeError extends CallError {
  override readonly name = 'ResponseSizeError';
  /** The limit in bytes, after decoding. */
  readonly limit: number;

  constructor(line: RequestLine, limit: number) {
    super(line, `: the response is longer than \`maxResponseBytes\`, ${limit} bytes. Use stream(), or a higher limit.`);
    this.limit = limit;
  }
}
