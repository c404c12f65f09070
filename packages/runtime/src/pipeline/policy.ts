import type { HttpRequest } from './http-request.ts';

/** Sends a request and gives its response. */
export type Next = (request: HttpRequest) => Promise<Response>;

/**
 * A step that every request of a client takes: it may change the request, call `next` never, once or more often, and look at
 * the response.
 *
 * @example
 * const log: Policy = async (request, next) => {
 *   const response = await next(request);
 *   console.log(request.method, request.path, response.status);
 *   return response;
 * };
 */
export type Policy = (request: HttpRequest, next: Next) => Promise<Response>;

/** Folds policies over a transport: the first policy is the outermost. */
export function compose(policies: readonly Policy[], transport: Next): Next {
  return policies.reduceRight<Next>((next, policy) => (request) => policy(request, next), transport);
}
