/** One try of a call. */
export interface Attempt {
  /** The HTTP status of its answer, if there was one. */
  readonly status?: number;
  /** The name of the error that ended it, if there was no answer. */
  readonly error?: string;
  /** Why the call was, or was not, tried again. */
  readonly reason: string;
  /** Milliseconds until the next try, if there was one. */
  readonly wait?: number;
}
