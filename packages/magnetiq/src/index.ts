export {
  ApiError,
  type Call,
  type CallOptions,
  type ClientOptions,
  ConnectionError,
  type Fetch,
  isApiError,
  isPlumblineError,
  type PagedCall,
  PaginationError,
  PlumblineError,
  type Policy,
  type Result,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMagnetiq, type Magnetiq, type MagnetiqOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
