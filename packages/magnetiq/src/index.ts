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
  type Limiter,
  type PagedCall,
  PaginationError,
  PlumblineError,
  type Policy,
  type Result,
  type RetryOptions,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMagnetiq, type Magnetiq, type MagnetiqOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
