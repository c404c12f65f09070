/** What readers search for, by the guide that should be the first result. The words need not occur in the guide. */
export const searchTerms: Readonly<Record<string, string>> = {
  'guides/getting-started': 'install, start, credentials, environment, webhook, webhooks',
  'guides/recipes': 'recipes, examples, send, hmac, sign in',
  'guides/types': 'type, types, typescript, interface',
  'guides/errors': 'error, errors, exception, status, 401, 404, 422, abort',
  'guides/retries': 'retry, retries, 429, 503, rate limit, idempotency, timeout, deadline, backoff',
  'guides/pagination': 'list, page, pages, pagination',
  'guides/csv': 'csv, export, file, stream',
  'guides/testing': 'test, tests, testing, sandbox, mock, stub, jest, vitest, msw, nock',
  'guides/runtimes': 'next.js, lambda, workers, browser, bun, deno, proxy, commonjs, require',
  'guides/observability': 'log, logging, debug, events',
  'guides/opentelemetry': 'opentelemetry, otel, trace, tracing, spans, metrics',
};
