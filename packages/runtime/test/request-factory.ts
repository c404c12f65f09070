import { CallContext, type CallContextInit, type ClientContext } from '../src/pipeline/call-context.ts';
import type { CallOptions } from '../src/pipeline/call-options.ts';
import type { ClientEvent } from '../src/pipeline/client-event.ts';
import { HttpRequest, type HttpRequestInit } from '../src/pipeline/http-request.ts';
import { ManualClock } from '../src/testing/manual-clock.ts';

/** A request and its call; by default `GET https://api.example.com/things?q=1`. */
export interface TestRequestInit extends Partial<CallContextInit>, Partial<Omit<HttpRequestInit, 'call'>> {
  readonly url?: string;
}

/** Makes requests for unit tests of the pipeline and its policies. As in a client, each has a call of its own. */
export class RequestFactory implements ClientContext {
  readonly clock: ManualClock = new ManualClock();
  readonly options: CallOptions;
  /** The events that the observer of the client received. */
  readonly events: ClientEvent[] = [];
  readonly emit = (event: ClientEvent): void => {
    this.events.push(event);
  };

  /** @param options Options of the client, which those of a call override. */
  constructor(options: CallOptions = {}) {
    this.options = options;
  }

  create({ url = 'https://api.example.com/things?q=1', ...init }: TestRequestInit = {}): HttpRequest {
    const method = init.method ?? init.operation?.method ?? 'GET';
    const line = init.operation ?? { method, path: new URL(url).pathname };
    return new HttpRequest(url, { ...init, method, call: new CallContext(this, { line, ...init }) });
  }
}
