import { expect, it } from 'vitest';
import * as features from './features.ts';
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
    'countInMemory',
    'createIdempotencyKey',
    'createLimiter',
    'createQueuedLimiter',
    'defineClient',
    'header',
    'isApiError',
    'isPlumblineError',
    'listByCount',
    'listByCountOrFlag',
    'logTo',
    'poll',
    'rateLimits',
    'systemClock',
    'tokensOption',
  ]);
});

it('@plumbline/runtime/features exports these names, which few clients need', () => {
  expect(Object.keys(features).sort()).toEqual([
    'basic',
    'bytesBody',
    'cookieKey',
    'defineSelection',
    'formBody',
    'listByCursor',
    'listByLink',
    'multipartBody',
    'parseBasic',
    'queryKey',
    'readSpecial',
    'readStreams',
    'securitySchemes',
    'writeParameters',
  ]);
});
