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
