import { ApiError } from '../errors/api-error.ts';
import { ResponseSizeError } from '../errors/response-size-error.ts';
import type { CallContext } from '../pipeline/call-context.ts';
import type { StreamDefinition } from '../pipeline/operation.ts';
import { type Bytes, defaultMaxResponseBytes } from '../pipeline/read-bytes.ts';
import { type Event, type EventParser, type LoadParser, parseEventStream, parseLines } from './event-parsers.ts';
import { kindOf, readSpecial } from './read-special.ts';
import type { ReadSpecial } from './special-response.ts';

/**
 * Makes the function that reads responses as `readSpecial` does, and decodes streams of events for `stream()`.
 *
 * @param loadParser Loads `eventsource-parser`, when the first event stream is read. @default none: no operation has an event stream
 */
export function readStreams(loadParser?: LoadParser): ReadSpecial {
  return async (call, response, error, media, options) => {
    const body = await readSpecial(call, response, error, media, options);
    const kind = kindOf(call, media);
    if (!body || typeof kind !== 'object') return body;
    const load = media === 'text/event-stream' ? loadParser : undefined;
    return {
      ...body,
      open(opened) {
        const reader = opened.body?.getReader();
        if (!reader) return undefined;
        const events = decodeEvents({ reader, call, response: opened, media, kind, load, signal: options.signal });
        return { read: () => events.next(), cancel: () => reader.cancel() };
      },
    };
  };
}

/** A stream of events. */
interface EventStream {
  readonly reader: ReadableStreamDefaultReader<Bytes>;
  readonly call: CallContext;
  readonly response: Response;
  readonly media: string | undefined;
  readonly kind: StreamDefinition;
  readonly load: LoadParser | undefined;
  readonly signal: AbortSignal | null | undefined;
}

/** Yields the events of a body as they arrive, with one chunk of bytes in memory at a time. `[DONE]` ends it. */
async function* decodeEvents(stream: EventStream): AsyncGenerator<unknown, void, undefined> {
  const { reader, call, response, media = '', kind, load, signal } = stream;
  const limit = call.options.maxResponseBytes ?? defaultMaxResponseBytes;
  const parser: EventParser = load ? parseEventStream(await load(), limit) : parseLines(media, limit);
  const text = new TextDecoder();
  for (let count = 1; ; ) {
    const { done, value } = await reader.read();
    for (const event of parser.parse(text.decode(value, { stream: !done }), done)) {
      call.deadline.throwIfExpired();
      // The deadline of a body that has arrived is closed.
      if (signal?.aborted) throw signal.reason;
      if (event.data.trim() === '[DONE]') return;
      const read = readData(event, kind);
      if (!read) {
        const advice = `Event ${count}: its data is not JSON.`;
        throw new ApiError(call.line, response, advice, { advice, retryAt: undefined, problem: undefined });
      }
      yield kind.events ? { ...event, data: read.data } : read.data;
      count++;
    }
    if (parser.tooLong) throw new ResponseSizeError(call.line, limit);
    if (done) return;
  }
}

/** Returns nothing if the data must be JSON and is not. */
function readData({ data }: Event, { data: kind }: StreamDefinition): { readonly data: unknown } | undefined {
  if (kind === 'text') return { data };
  try {
    return { data: JSON.parse(data) };
  } catch {
    return kind === 'any' ? { data } : undefined;
  }
}
