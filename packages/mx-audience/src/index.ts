export {
  ApiError,
  type Call,
  type CallOptions,
  type ClientOptions,
  ConnectionError,
  type Fetch,
  isApiError,
  isPlumblineError,
  PlumblineError,
  type Policy,
  type Result,
  TimeoutError,
  TokenError,
} from '@plumbline/runtime';
export { createMxAudience, type MxAudience, type MxAudienceOptions } from './client.ts';
export type { components, operations, paths } from './generated/schema.ts';
