/** The steps of a test server: it responds, responds late, or fails as real servers do. */
import type { ServerResponse } from 'node:http';
import type { Incoming, Step } from './test-server.ts';

type Headers = Readonly<Record<string, string | readonly string[]>>;
type Body = string | Uint8Array | object;

/** Milliseconds by the test's clock. The clock moves only after everything sent has arrived. */
const moment = 1;

/** Responds with an object as JSON, with unchanged text or bytes, or without a body. */
export function respond(status: number, body?: Body, headers: Headers = {}): Step {
  return ({ response }) => {
    const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
    const content = isJson ? JSON.stringify(body) : (body ?? '');
    const type = isJson ? 'application/json' : 'text/plain';
    response.writeHead(status, { ...(content.length > 0 && { 'Content-Type': type }), ...headers }).end(content);
  };
}

/** Resets the connection: before the head of the response, in its head, or in its body. */
export function reset(where: 'before the head' | 'in the head' | 'in the body'): Step {
  return (incoming) => {
    if (where === 'before the head') return hangUp(incoming);
    if (where === 'in the head') beginHead(incoming);
    else beginBody(incoming);
    incoming.clock.after(moment, () => hangUp(incoming));
  };
}

/** Closes the connection without a reset, before the body is complete. */
export const truncate: Step = (incoming) => {
  beginBody(incoming);
  incoming.clock.after(moment, () => close(incoming));
};

/** Receives the request and never responds. */
export const stall: Step = ({ server, response }) => {
  server.hold(response);
};

/** Sends the head and the start of a body, and then nothing. */
export const stallInBody: Step = (incoming) => {
  beginBody(incoming);
};

/** Sends one byte of the body after each period in milliseconds, without end. */
export function drip(every: number): Step {
  return (incoming) => {
    const { clock, response } = incoming;
    beginBody(incoming);
    let cancel: () => void;
    const next = () => {
      cancel = clock.after(every, () => {
        response.write(' ');
        next();
      });
    };
    response.on('close', () => cancel());
    next();
  };
}

/** Runs a step after a delay in milliseconds. */
export function later(milliseconds: number, step: Step): Step {
  return (incoming) => {
    const { clock, response, server } = incoming;
    server.hold(response);
    const cancel = clock.after(milliseconds, () => {
      response.off('close', cancel);
      server.release(response);
      step(incoming);
    });
    response.on('close', cancel);
  };
}

/** How a body in parts ends. */
export type Ending = 'complete' | 'reset' | 'truncated' | 'stalled';

/** How a body is sent in parts. */
interface PartsOptions {
  /** Milliseconds before each part and before the ending. @default 1 */
  readonly every?: number;
  /** @default complete */
  readonly ending?: Ending;
  /** The Content-Type. @default application/json */
  readonly type?: string;
}

/** Sends a body in parts, with a delay before each part and before the ending. */
export function sendInParts(
  parts: readonly (string | Uint8Array)[],
  { every = moment, ending = 'complete', type = 'application/json' }: PartsOptions = {},
): Step {
  return (incoming) => {
    const { clock, response, server } = incoming;
    const rest = parts.values();
    let cancel = () => {};
    const next = () => {
      cancel = clock.after(every, () => {
        const { done, value } = rest.next();
        if (done) return endBody(incoming, ending);
        server.sent += Buffer.byteLength(value);
        response.write(value);
        next();
      });
    };
    response.writeHead(200, { 'Content-Type': type }).flushHeaders();
    server.holdAfterHead(response);
    response.on('close', () => cancel());
    next();
  };
}

function endBody(incoming: Incoming, ending: Ending): void {
  const { response, server } = incoming;
  if (ending === 'reset') hangUp(incoming);
  if (ending === 'truncated') close(incoming);
  if (ending === 'complete') {
    server.release(response);
    response.end();
  }
}

function beginBody({ server, response }: Incoming): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"id":');
  server.holdAfterHead(response);
}

function beginHead({ server, response }: Incoming): void {
  response.socket?.write('HTTP/1.1 200 OK\r\nContent-Type: applica');
  server.hold(response);
}

function hangUp({ response }: { readonly response: ServerResponse }): void {
  response.socket?.resetAndDestroy();
}

function close({ response }: { readonly response: ServerResponse }): void {
  response.socket?.end();
}
