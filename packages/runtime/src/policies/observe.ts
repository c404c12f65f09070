import { ConnectionError } from '../errors/connection-error.ts';
import { readRequestId } from '../errors/problem.ts';
import type { Policy } from '../pipeline/policy.ts';

/** Emits an event when an attempt is sent, and another when it ends. */
export const observe: Policy = async (request, next) => {
  const { call } = request;
  const start = call.clock.now();
  const idempotencyKey = request.headerRecord['idempotency-key'];
  call.emit({ type: 'request', idempotencyKey });
  try {
    const response = await next(request);
    call.emit({
      type: 'response',
      status: response.status,
      duration: call.clock.now() - start,
      requestId: readRequestId(response.headers, call.secrets),
      idempotencyKey,
    });
    return response;
  } catch (cause) {
    const error = (cause as Error | undefined)?.name ?? 'unknown';
    const code = cause instanceof ConnectionError ? cause.code : undefined;
    call.emit({ type: 'error', error, code, duration: call.clock.now() - start, idempotencyKey });
    throw cause;
  }
};
