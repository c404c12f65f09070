import type { Policy } from '../pipeline/policy.ts';
import { holdBody } from '../time/body.ts';

/** Default time limit of one attempt, in milliseconds. */
export const defaultTimeout = 30_000;

/**
 * Ends an attempt that takes longer than `timeout`, body included. For a stream, `timeout` limits each wait for bytes.
 *
 * @throws {TimeoutError} If the time is over.
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
