import type { PlainRequest } from './plain-request.ts';

/** Sends a request and gives its response. */
export type Send = (request: PlainRequest) => Promise<Response>;

/**
 * One thing that happens to every request of a client: it may change the request, call `next` never, once or more often,
 * and look at the response.
 *
 * @example const log: Policy = async (request, next) => {
 *   const response = await next(request);
 *   console.log(request.method, request.path, response.status);
 *   return response;
 * };
 */
export type Policy = (request: PlainRequest, next: Send) => Promise<Response>;

/** Folds policies over a transport: the first policy is the outermost. */
export function compose(policies: readonly Policy[], transport: Send): Send {
  return policies.reduceRight<Send>((next, policy) => (request) => policy(request, next), transport);
}
