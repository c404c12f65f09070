import { expect, it } from 'vitest';
import * as runtime from './index.ts';

it('exports these names', () => {
  expect(Object.keys(runtime).sort()).toMatchInlineSnapshot(`
    [
      "ApiError",
      "Call",
      "ConnectionError",
      "PagedCall",
      "PaginationError",
      "PlainRequest",
      "PlumblineError",
      "TimeoutError",
      "TokenError",
      "bearer",
      "checkCredential",
      "checkOptions",
      "checkUrl",
      "chooseRateLimit",
      "clientCredentials",
      "createClient",
      "createContext",
      "createLimiter",
      "deadline",
      "header",
      "isApiError",
      "isPlumblineError",
      "observe",
      "rateLimit",
      "retry",
      "systemClock",
      "timeout",
    ]
  `);
});
