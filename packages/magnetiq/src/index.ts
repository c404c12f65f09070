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
export { createMagnetiq, type Magnetiq, type MagnetiqOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
