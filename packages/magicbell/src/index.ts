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
  type Limiter,
  type Next,
  type PagedCall,
  PaginationError,
  PlumblineError,
  type Policy,
  ResponseSizeError,
  type Result,
  type RetryOptions,
  TimeoutError,
} from '@plumbline/runtime';
export {
  createMagicBell,
  createMagicBellUser,
  type MagicBell,
  type MagicBellOptions,
  type MagicBellUser,
  type MagicBellUserOptions,
} from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
export { createUserHmac, type UserIdentity } from './user-hmac.ts';
