import type { Policy } from '../pipeline/policy.ts';
import { holdBody } from '../time/body.ts';

/** Milliseconds for one attempt, where neither the call nor the client says. */
const defaultTimeout = 30_000;

/**
 * Ends an attempt that takes longer than `timeout`, its body included; of a stream, the wait for the next bytes.
 *
 * @throws {TimeoutError}
 */
export const timeout: Policy = async (request, next) => {
  const { call } = request;
  const deadline = request.deadline.within(call.options.timeout ?? defaultTimeout);
  try {
    const response = await next(request.with({ deadline }));
    return call.streaming && response.ok ? holdBody(response, deadline, call.line) : response;
  } finally {
    deadline.close();
  }
};
