import type { HttpRequest } from './http-request.ts';

/** Sends a request and resolves with its response. */
export type Next = (request: HttpRequest) => Promise<Response>;

/**
 * A step that every request of a client passes. It may change the request, call `next` any number of times, and read the
 * response.
 *
 * @example
 * const log: Policy = async (request, next) => {
 *   const response = await next(request);
 *   console.log(request.method, request.path, response.status);
 *   return response;
 * };
 */
export type Policy = (request: HttpRequest, next: Next) => Promise<Response>;

/** Wraps a transport in policies; the first policy is the outermost. */
export function compose(policies: readonly Policy[], transport: Next): Next {
  return policies.reduceRight<Next>((next, policy) => (request) => policy(request, next), transport);
}
