export {
  ApiError,
  type Call,
  type CallerPolicies,
  type CallOptions,
  type ClientEvent,
  type ClientOptions,
  type Clock,
  ConnectionError,
  type Fetch,
  type HttpRequest,
  isApiError,
  isPlumblineError,
  type Next,
  PlumblineError,
  type Policy,
  ResponseSizeError,
  type Result,
  type RetryOptions,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMxAudience, type MxAudience, type MxAudienceOptions } from './client.ts';
export { findMemberId } from './find-member-id.ts';
export type { components, operations, paths } from './generated/schema.ts';
export { type MemberRowsOptions, readMemberRows } from './read-member-rows.ts';
