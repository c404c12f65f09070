import type { ServerOptions } from 'node:http';

/** Server options without time limits. Node's defaults close connections, which would depend on how busy the machine is. */
export const noTimeLimits: ServerOptions = { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 };
