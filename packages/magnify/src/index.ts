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
  type PagedCall,
  PaginationError,
  PlumblineError,
  type Policy,
  ResponseSizeError,
  type Result,
  type RetryOptions,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMagnify, type Magnify, type MagnifyOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
export { normalizeMotionId } from './motion-id.ts';
