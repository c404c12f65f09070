export type { Api } from './client/api.ts';
export type { Binary, FileInput } from './client/binary.ts';
export { Call } from './client/call.ts';
export { checkCredential } from './client/check-text.ts';
export type {
  ClientDefinition,
  CredentialDefinition,
  OptionDefinition,
  OptionValues,
} from './client/client-definition.ts';
export type { ClientFeatures, ListFactory } from './client/client-features.ts';
export { listByCount, listByCountOrFlag } from './client/counted-pages.ts';
export type { Client } from './client/create-client.ts';
export { defineClient } from './client/define-client.ts';
export type {
  MethodsOf,
  SelectedOperation,
  Selection,
  SelectionDefinition,
  SelectionFactory,
} from './client/define-selection.ts';
export { createIdempotencyKey } from './client/idempotency-key.ts';
export type { CallerPolicies, ClientOptions } from './client/options.ts';
export { PagedCall } from './client/paged-call.ts';
export { poll, type WaitOptions } from './client/poll.ts';
export { rateLimits } from './client/rate-limits.ts';
export type { BodySerializer } from './client/request-body.ts';
export type { AnyResult, Result } from './client/result.ts';
export { tokensOption } from './client/tokens-option.ts';
export type { Unlisted } from './client/unlisted.ts';
export { ApiError, isApiError } from './errors/api-error.ts';
export type { ApiErrorGuard, ApiErrorOf } from './errors/api-error-guard.ts';
export type { Attempt, RequestLine } from './errors/call-error.ts';
export { ConnectionError } from './errors/connection-error.ts';
export { CredentialError } from './errors/credential-error.ts';
export { PaginationError } from './errors/pagination-error.ts';
export { isPlumblineError, PlumblineError } from './errors/plumbline-error.ts';
export type { ErrorPointers, Place } from './errors/problem.ts';
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
  EncodingDefinition,
  OperationDefinition,
  OperationTable,
  Pagination,
  ParameterDefinition,
  QuerySerialization,
  Serialization,
  StreamDefinition,
} from './pipeline/operation.ts';
export type { Next, Policy } from './pipeline/policy.ts';
export type { Bytes } from './pipeline/read-bytes.ts';
export type { AccessToken } from './policies/auth/access-token.ts';
export { clientCredentials } from './policies/auth/client-credentials.ts';
export type {
  BasicCredential,
  Credential,
  CredentialPolicy,
  CredentialSource,
  UsernamePassword,
} from './policies/auth/credential-source.ts';
export { bearer, header } from './policies/auth/header.ts';
export type { ClientCredentialsOptions } from './policies/auth/request-token.ts';
export type {
  ClientSecurity,
  SchemeDefinition,
  SecurityScheme,
} from './policies/auth/security-schemes.ts';
export type { SharedTokenRequest, SharedTokens } from './policies/auth/shared-tokens.ts';
export type { TokenStore, Unlock } from './policies/auth/token-store.ts';
export {
  type Counter,
  CredentialsExpired,
  createQueuedLimiter,
  type Limiter,
  type RateLimit,
  type Turn,
} from './policies/rate-limit/limiter.ts';
export { countInMemory, createLimiter } from './policies/rate-limit/memory-limiter.ts';
export { type Clock, systemClock } from './time/clock.ts';
export type { Deadline } from './time/deadline.ts';
