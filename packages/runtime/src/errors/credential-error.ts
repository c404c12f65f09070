import { CallError, type RequestLine } from './call-error.ts';
import { copyCause } from './connection-error.ts';
import { isPlumblineError } from './plumbline-error.ts';

/** A function that was passed as a credential failed, or returned no valid credential. `cause` says why. The request was not sent. */
export class CredentialError extends CallError {
  override readonly name = 'CredentialError';
  /** Name of the option whose function failed. */
  readonly option: string;

  constructor(line: RequestLine, option: string, cause: unknown) {
    const reason = isPlumblineError(cause)
      ? `returned no valid credential. ${cause.message}`
      : 'failed. `cause` says why.';
    super(line, `: the function \`${option}\` ${reason}`, { cause: copyCause(cause) });
    this.option = option;
  }
}
