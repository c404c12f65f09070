import type { ApiError } from './api-error.ts';

/** An {@link ApiError} of a known status, with the body that the spec declares for it. */
export interface ApiErrorOf<Status extends number, Body = unknown> extends ApiError {
  readonly status: Status;
  /** The parsed JSON body, else its text; undefined if it is empty, or if the error is a copy from JSON or another thread. */
  readonly body: Body | undefined;
}

/**
 * The guard `isApiError` of a vendor. A status that the spec does not declare leaves `body` unknown.
 *
 * @typeParam Bodies The bodies of errors by status, by range such as `5XX`, and by `default`.
 */
export interface ApiErrorGuard<Bodies> {
  <Status extends number>(error: unknown, status: Status): error is ApiErrorOf<Status, BodyOf<Bodies, Status>>;
  (error: unknown, status?: number): error is ApiError;
}

type BodyOf<Bodies, Status> = Status extends keyof Bodies
  ? Bodies[Status]
  : Status extends number
    ? `${Status}` extends `${infer Digit}${string}`
      ? RangeBodyOf<Bodies, Digit>
      : never
    : never;
/** As in a spec, a range comes before `default`, which declares errors only. */
type RangeBodyOf<Bodies, Digit extends string> = `${Digit}XX` extends keyof Bodies
  ? Bodies[`${Digit}XX`]
  : Digit extends '4' | '5'
    ? Bodies extends { default: infer Body }
      ? Body
      : unknown
    : unknown;
