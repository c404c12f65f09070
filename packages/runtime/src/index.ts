export type { Api } from './client/api.ts';
export { Call } from './client/call.ts';
export { checkCredential } from './client/check-text.ts';
export type {
  ClientDefinition,
  CredentialDefinition,
  OptionDefinition,
  OptionValues,
} from './client/client-definition.ts';
export type { ClientFeatures } from './client/client-features.ts';
export type { Client } from './client/create-client.ts';
export { defineClient } from './client/define-client.ts';
export { createIdempotencyKey } from './client/idempotency-key.ts';
export type { CallerPolicies, ClientOptions } from './client/options.ts';
export { PagedCall } from './client/paged-call.ts';
export { poll, type WaitOptions } from './client/poll.ts';
export { rateLimits } from './client/rate-limits.ts';
export type { AnyResult, Result } from './client/result.ts';
export { ApiError, isApiError } from './errors/api-error.ts';
export type { ApiErrorGuard, ApiErrorOf } from './errors/api-error-guard.ts';
export type { Attempt, RequestLine } from './errors/call-error.ts';
export { ConnectionError } from './errors/connection-error.ts';
export { CredentialError } from './errors/credential-error.ts';
export { PaginationError } from './errors/pagination-error.ts';
export { isPlumblineError, PlumblineError } from './errors/plumbline-error.ts';
export type { ErrorPointers } from './errors/problem.ts';
export { ResponseSizeError } from './errors/response-size-error.ts';
export { TimeoutError } from './errors/timeout-error.ts';
export { TokenError } from './errors/token-error.ts';
export type { CallContext } from './pipeline/call-context.ts';
export type {
  CallOptions,
  IdempotentCallOptions,
  NegotiatedCallOptions,
  RetryOptions,
} from './pipeline/call-options.ts';
export type { ClientEvent, Observer } from './pipeline/client-event.ts';
export type { Fetch } from './pipeline/fetch-transport.ts';
export type { HeaderRecord, HttpRequest, HttpRequestChanges } from './pipeline/http-request.ts';
export { type Logger, logTo } from './pipeline/log-to.ts';
export type {
  OperationDefinition,
  OperationTable,
  Pagination,
  ParameterDefinition,
  QuerySerialization,
  Serialization,
} from './pipeline/operation.ts';
export type { Next, Policy } from './pipeline/policy.ts';
export { type ClientCredentialsOptions, clientCredentials } from './policies/auth/client-credentials.ts';
export type { Credential, CredentialPolicy, CredentialSource } from './policies/auth/credential-source.ts';
export { bearer, header } from './policies/auth/header.ts';
export {
  CredentialsExpired,
  createLimiter,
  type Limiter,
  type RateLimit,
  type Turn,
} from './policies/rate-limit/limiter.ts';
export { type Clock, systemClock } from './time/clock.ts';
export type { Deadline } from './time/deadline.ts';
