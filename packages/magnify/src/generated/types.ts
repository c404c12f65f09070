// Generated from specs/magnify/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import type { Result } from '@plumbline/runtime';
import type {
  ErrorModel,
  MotionData,
  MotionEmailMetricsResponse,
  MotionsResponse,
  OAuthError,
  TokenRequest,
  TokenResponse,
  components,
} from './schema.ts';

/** Parameters of `auth.createToken`. */
export interface AuthCreateTokenParams extends TokenRequest {}

/** What `auth.createToken` resolves with. */
export interface AuthCreateTokenResponse extends TokenResponse {}

/** The result of `auth.createToken`: one variant for each status. */
export type AuthCreateTokenResult = Result<{
    200: AuthCreateTokenResponse;
    400: OAuthError;
    401: OAuthError;
    429: unknown;
    500: unknown;
}>;

/** Parameters of `motions.list`. */
export interface MotionsListParams {
    /**
     * How many motions to return, 1 to 1000; 10 when absent. A note on the same page says that a page holds at most 100 items, so 100 is the largest value that both statements allow.
     * @example 2
     */
    size?: number | undefined;
    /**
     * The index of the first motion to return, 0 to 100; 0 when absent. An index of items, not a page number: the first motion has the index 0.
     * @example 0
     */
    from?: number | undefined;
    /**
     * Return only the motions in this state. One state per call; all states when absent.
     * @example EXECUTING
     */
    state?: "COMPLETED" | "DRAFT" | "EXECUTING" | "SCHEDULED" | "FAILED" | "ARCHIVED" | "CANCELLED" | undefined;
}

/** What `motions.list` resolves with. */
export interface MotionsListResponse extends MotionsResponse {}

/** The result of `motions.list`: one variant for each status. */
export type MotionsListResult = Result<{
    200: MotionsListResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `motions.get`. */
export interface MotionsGetParams {
    /**
     * The motion's UUID, in lower case and without a prefix. Ids returned by the motions endpoints start with `motion_`; remove that prefix first.
     * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
     */
    motionId: components["parameters"]["MotionId"];
}

/** What `motions.get` resolves with. */
export interface MotionsGetResponse extends MotionData {}

/** The result of `motions.get`: one variant for each status. */
export type MotionsGetResult = Result<{
    200: MotionsGetResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `motions.emailMetrics.list`. */
export interface MotionsEmailMetricsListParams {
    /**
     * The motion's UUID, in lower case and without a prefix. Ids returned by the motions endpoints start with `motion_`; remove that prefix first.
     * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
     */
    motionId: components["parameters"]["MotionId"];
    /**
     * The index of the first event to return, 0 to 99900; 0 when absent. An index of items, not a page number: the first event has the index 0.
     * @example 0
     */
    from?: number | undefined;
    /**
     * How many events to return, 1 to 100; 10 when absent.
     * @example 2
     */
    size?: number | undefined;
}

/** What `motions.emailMetrics.list` resolves with. */
export interface MotionsEmailMetricsListResponse extends MotionEmailMetricsResponse {}

/** The result of `motions.emailMetrics.list`: one variant for each status. */
export type MotionsEmailMetricsListResult = Result<{
    200: MotionsEmailMetricsListResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** The bodies of errors by status, as the operations declare them. */
export interface ApiErrorBodies {
    400: OAuthError | ErrorModel;
    401: OAuthError | ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}
