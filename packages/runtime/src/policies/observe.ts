import type { Policy } from '../pipeline/policy.ts';

/** Emits an event when an attempt is sent, and another when it ends. */
export const observe: Policy = async (request, next) => {
  const { call } = request;
  const attempt = call.attempts.length + 1;
  const start = call.clock.now();
  call.emit({ type: 'request', attempt });
  try {
    const response = await next(request);
    call.emit({ type: 'response', attempt, status: response.status, duration: call.clock.now() - start });
    return response;
  } catch (cause) {
    const error = (cause as Error | undefined)?.name ?? 'unknown';
    call.emit({ type: 'error', attempt, error, duration: call.clock.now() - start });
    throw cause;
  }
};
