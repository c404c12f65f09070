export {
  ApiError,
  type Call,
  type CallOptions,
  type ClientEvent,
  type ClientOptions,
  type Clock,
  ConnectionError,
  type Fetch,
  isApiError,
  isPlumblineError,
  type PagedCall,
  PaginationError,
  PlumblineError,
  type Policy,
  type Result,
  type RetryOptions,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMagnify, type Magnify, type MagnifyOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
export { canonicalMotionId } from './motion-id.ts';
