import type { Exchange, Step } from './scripted-server.ts';

type Headers = Readonly<Record<string, string>>;

/** How long the server waits, by the test's clock, so that what it wrote has arrived before it goes on. */
const moment = 1;

/** Answers: an object as JSON, a text as it is, nothing with no body at all. */
export function answer(status: number, body?: unknown, headers: Headers = {}): Step {
  return ({ response }) => {
    const type = typeof body === 'object' ? 'application/json' : 'text/plain';
    const content = typeof body === 'object' ? JSON.stringify(body) : String(body ?? '');
    response.writeHead(status, { ...(content && { 'Content-Type': type }), ...headers }).end(content);
  };
}

/** Hangs up hard: before anything of the answer, in the middle of its head, or in the middle of its body. */
export function reset(where: 'before the head' | 'in the head' | 'in the body'): Step {
  return (exchange) => {
    const { response, clock } = exchange;
    const hangUp = () => response.socket?.resetAndDestroy();
    if (where === 'before the head') hangUp();
    else {
      if (where === 'in the head') beginHead(exchange);
      else beginBody(exchange);
      clock.after(moment, hangUp);
    }
  };
}

/** Ends the connection in order, but before the body is whole. */
export const truncate: Step = (exchange) => {
  beginBody(exchange);
  exchange.clock.after(moment, () => exchange.response.socket?.end());
};

/** Receives the request, and never answers. */
export const stall: Step = ({ server, response }) => {
  server.hold(response, 'head');
};

/** Answers with the head and the beginning of a body, and never goes on. */
export const stallInBody: Step = (exchange) => {
  beginBody(exchange);
};

/** Sends a byte of the body in each of these milliseconds, for ever. */
export function drip(every: number): Step {
  return (exchange) => {
    const { clock, response } = exchange;
    beginBody(exchange);
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

/** Does something after some milliseconds. */
export function later(milliseconds: number, step: Step): Step {
  return (exchange) => {
    const { clock, response, server } = exchange;
    const release = server.hold(response, 'head');
    const cancel = clock.after(milliseconds, () => {
      response.off('close', cancel);
      release();
      step(exchange);
    });
    response.on('close', cancel);
  };
}

function beginBody({ server, response }: Exchange): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' }).write('{"id":');
  server.hold(response, 'body');
}

function beginHead({ server, response }: Exchange): void {
  response.socket?.write('HTTP/1.1 200 OK\r\nContent-Type: applica');
  server.hold(response, 'head');
}
