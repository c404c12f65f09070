import { expect, it } from 'vitest';
import * as runtime from './index.ts';

it('@plumbline/runtime exports these names', () => {
  expect(Object.keys(runtime).sort()).toEqual([
    'ApiError',
    'Call',
    'ConnectionError',
    'CredentialsExpired',
    'PagedCall',
    'PaginationError',
    'PlumblineError',
    'ResponseSizeError',
    'TimeoutError',
    'TokenError',
    'bearer',
    'checkCredential',
    'clientCredentials',
    'createLimiter',
    'defineClient',
    'header',
    'isApiError',
    'isPlumblineError',
    'rateLimits',
    'systemClock',
  ]);
});
