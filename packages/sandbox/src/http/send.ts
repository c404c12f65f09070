import type { Fault, SandboxClock } from '../sandbox.ts';
import type { Reply } from './reply.ts';

/** Statuses whose responses have no body (Fetch standard, "null body status"). */
const bodiless = [204, 205, 304];

/** What `fetch` throws when a connection fails, with the code of the system. */
export function connectionError(code: 'ECONNREFUSED' | 'ECONNRESET', message = 'fetch failed'): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(code), { code }) });
}

/** Makes the response of `fetch`, or lets the connection fail as a fault says. */
export async function send(
  { status, headers, body: text }: Reply,
  fault: Fault | undefined,
  clock: SandboxClock,
  signal: AbortSignal,
): Promise<Response> {
  if (fault === 'response-lost') throw connectionError('ECONNRESET');
  if (fault === 'stalled') await wait(undefined, clock, signal);
  if (typeof fault === 'object' && 'slow' in fault) await wait(fault.slow, clock, signal);
  const body = bodiless.includes(status) ? null : (text ?? null);
  if (fault !== 'cut-off') return new Response(body, { status, headers });
  // A response without a body has nothing to cut off but its end.
  if (body === null) throw connectionError('ECONNRESET');
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  let sent = false;
  const stream = new ReadableStream({
    pull(controller) {
      if (sent) controller.error(connectionError('ECONNRESET', 'terminated'));
      else controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
      sent = true;
    },
  });
  return new Response(stream, { status, headers });
}

/** Waits for some milliseconds, or without them forever. It throws the reason of an abort, also of one while the request was read. */
function wait(milliseconds: number | undefined, clock: SandboxClock, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const end = () => {
      signal.removeEventListener('abort', abort);
      resolve();
    };
    const cancel = milliseconds === undefined ? undefined : clock.after(milliseconds, end);
    const abort = () => {
      cancel?.();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
  });
}
