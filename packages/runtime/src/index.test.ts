import { expect, it } from 'vitest';
import * as runtime from './index.ts';

it('@plumbline/runtime exports these names', () => {
  expect(Object.keys(runtime).sort()).toEqual([
    'ApiError',
    'Call',
    'ConnectionError',
    'CredentialError',
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
    'createIdempotencyKey',
    'createLimiter',
    'defineClient',
    'header',
    'isApiError',
    'isPlumblineError',
    'logTo',
    'poll',
    'rateLimits',
    'systemClock',
  ]);
});
