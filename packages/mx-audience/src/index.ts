export {
  ApiError,
  type CallOptions,
  ConnectionError,
  isApiError,
  isPlumblineError,
  PlumblineError,
  type Policy,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMxAudience, type MxAudience, type MxAudienceOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
