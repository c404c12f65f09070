/** What readers search for, by the guide that should be the first result. The words need not occur in the guide. */
export const searchTerms: Readonly<Record<string, string>> = {
  'guides/getting-started': 'install, start, environment, webhook, webhooks',
  'guides/authentication': 'authentication, auth, credentials, api key, token, bearer, basic, oauth, password',
  'guides/recipes': 'recipes, examples, send, hmac, sign in',
  'guides/types': 'type, types, typescript, interface',
  'guides/errors': 'error, errors, exception, status, 401, 404, 422, abort',
  'guides/retries': 'retry, retries, 429, 503, rate limit, idempotency, timeout, deadline, backoff',
  'guides/pagination': 'list, page, pages, pagination',
  'guides/files': 'file, files, upload, download, multipart, blob, binary, bytes, pdf',
  'guides/streams': 'stream, streams, events, sse, server-sent events, ndjson, jsonl',
  'guides/csv': 'csv, export, rows',
  'guides/testing': 'test, tests, testing, sandbox, mock, stub, jest, vitest, msw, nock',
  'guides/processes': 'processes, cluster, redis, valkey, fleet, distributed, share, shared token, instances',
  'guides/large-apis': 'bundle size, tree shaking, operations, selection',
  'guides/runtimes': 'next.js, lambda, workers, browser, bun, deno, proxy, commonjs, require',
  'guides/observability': 'log, logging, debug, events',
  'guides/opentelemetry': 'opentelemetry, otel, trace, tracing, spans, metrics',
};
