import { type ApiErrorGuard, isApiError as guard } from '@plumbline/runtime';
import type { ApiErrorBodies } from './generated/types.ts';

export {
  type AnyResult,
  type Api,
  ApiError,
  type ApiErrorGuard,
  type ApiErrorOf,
  type Bytes,
  type Call,
  type CallerPolicies,
  type CallOptions,
  type ClientEvent,
  type ClientOptions,
  type Clock,
  ConnectionError,
  type Credential,
  CredentialError,
  type Fetch,
  type HttpRequest,
  type IdempotentCallOptions,
  isPlumblineError,
  type Logger,
  logTo,
  type NegotiatedCallOptions,
  type Next,
  type PagedCall,
  PaginationError,
  PlumblineError,
  type Policy,
  ResponseSizeError,
  type Result,
  type RetryOptions,
  type SharedTokens,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMagnify, type Magnify, type MagnifyOptions, type MagnifyPaths } from './client.ts';
export type * from './generated/schema.ts';
export type * from './generated/types.ts';
export { normalizeMotionId } from './motion-id.ts';

/**
 * Whether an error is an {@link ApiError}, with this status if one is passed. The status types `body` by the spec.
 *
 * @example if (isApiError(error, 404)) return undefined;
 */
export const isApiError = guard as ApiErrorGuard<ApiErrorBodies>;
