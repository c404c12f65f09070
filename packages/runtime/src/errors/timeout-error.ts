import { CallError, type RequestLine } from './call-error.ts';

/** The response, body included, did not arrive within the time limit. */
export class TimeoutError extends CallError {
  override readonly name = 'TimeoutError';
  /** The time limit in milliseconds. */
  readonly timeout: number;

  constructor(line: RequestLine, timeout: number, option: 'timeout' | 'deadline' = 'timeout') {
    super(line, ` took longer than its ${option} of ${timeout} ms.`);
    this.timeout = timeout;
  }
}
