export {
  ApiError,
  type CallOptions,
  ConnectionError,
  isApiError,
  isPlumblineError,
  PaginationError,
  PlumblineError,
  type Policy,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMagnify, type Magnify, type MagnifyOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
export { canonicalMotionId } from './motion-id.ts';
