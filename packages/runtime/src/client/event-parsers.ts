/** An event of a stream. A field that was not sent is absent. */
export interface Event {
  readonly data: string;
  /** The type of the event. */
  readonly event?: string;
  readonly id?: string;
  /** The time before a reconnection, in milliseconds. */
  readonly retry?: number;
}

/** Finds the events of a text that arrives in pieces. */
export interface EventParser {
  /** Returns the events that a piece completes. */
  parse(text: string, isLast: boolean): readonly Event[];
  /** Whether an event that is not complete is longer than the limit. */
  readonly tooLong: boolean;
}

/** The part of `eventsource-parser` that this package uses. */
export interface EventSourceParser {
  createParser(config: {
    onEvent(event: { event?: string | undefined; id?: string | undefined; data: string }): void;
    onRetry(milliseconds: number): void;
    onError(error: { type: string }): void;
    maxBufferSize: number;
  }): { feed(text: string): void };
}

/** Loads `eventsource-parser`. */
export type LoadParser = () => Promise<EventSourceParser>;

/**
 * Makes the parser of `text/event-stream`. An event without its empty line at the end of the body is dropped, as by an `EventSource`.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function parseEventStream({ createParser }: EventSourceParser, maxBufferSize: number): EventParser {
  let events: Event[] = [];
  let retry: number | undefined;
  let tooLong = false;
  let previous = '';
  const parser = createParser({
    onEvent({ event, id, data }) {
      // Without data, it only sets `id` and `retry`.
      if (data === '') return;
      events.push({
        data,
        ...(event !== undefined && { event }),
        ...(id !== undefined && { id }),
        ...(retry !== undefined && { retry }),
      });
      retry = undefined;
    },
    onRetry(milliseconds) {
      retry = milliseconds;
    },
    onError({ type }) {
      tooLong ||= type === 'max-buffer-size-exceeded';
    },
    maxBufferSize,
  });
  return {
    parse(text, isLast) {
      events = [];
      previous = text.at(-1) ?? previous;
      // A CR at the end waits for its LF.
      parser.feed(isLast && previous === '\r' ? `${text}\n` : text);
      return events;
    },
    get tooLong() {
      return tooLong;
    },
  };
}

/** Makes the parser of JSON lines, and of `application/json-seq`, whose separator is RS (RFC 7464). Empty lines are skipped. */
export function parseLines(media: string, limit: number): EventParser {
  const separator = media.endsWith('json-seq') ? '\x1e' : '\n';
  let pending = '';
  return {
    parse(text, isLast) {
      const [first = '', ...others] = text.split(separator);
      const lines = [pending + first, ...others];
      pending = isLast ? '' : (lines.pop() ?? '');
      return lines.filter((line) => line.trim()).map((line) => ({ data: line.replace(/\r?\n?$/, '') }));
    },
    get tooLong() {
      return pending.length > limit;
    },
  };
}
