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
