import type { RequestLine } from '../errors/call-error.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { isPlumblineError } from '../errors/plumbline-error.ts';
import type { Deadline } from './deadline.ts';

/**
 * Applies a deadline to a body that is not read yet. The end of the body closes the deadline.
 *
 * The time runs only while a reader waits for bytes; not while the reader is busy, or before it reads.
 */
export function holdBody(response: Response, deadline: Deadline, line: RequestLine): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  const close = deadline.extend();
  const cancel = (reason: unknown) => {
    close();
    return reader.cancel(reason);
  };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (controller) => {
        deadline.onExpire((reason) => {
          controller.error(reason);
          // Don't await: cancel() may never settle and its result is not needed.
          cancel(reason).catch(() => {});
        });
      },
      pull: async (controller) => {
        const stop = deadline.rearm();
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          controller.close();
          close();
        } catch (cause) {
          // Has no effect if the deadline has ended the stream.
          controller.error(isPlumblineError(cause) ? cause : new ConnectionError(line, cause));
          close();
        } finally {
          stop();
        }
      },
      cancel,
    },
    // Reads nothing before its reader does.
    { highWaterMark: 0 },
  );
  return createResponse(stream, response);
}

/** Makes a `Response` with a received head. The constructor accepts no URL, and only some reason phrases. */
export function createResponse(
  body: BodyInit | null,
  { status, statusText, url, headers }: Pick<Response, 'status' | 'statusText' | 'url' | 'headers'>,
): Response {
  // A clone keeps only what the constructor accepted.
  const phrase = /^[\t\x20-\x7e\x80-\xff]*$/.test(statusText) ? statusText : '';
  return Object.defineProperties(new Response(body, { status, statusText: phrase, headers }), {
    statusText: { value: statusText },
    // A policy that sends a key in the query removes it from this URL.
    url: { value: url, configurable: true },
  });
}
