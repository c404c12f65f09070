import { describe, expect, it, vi } from 'vitest';
import type { RawHeaders } from './dispatcher.ts';
import { ResponseHandler } from './response-handler.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Calls a handler as a dispatcher does, with the methods of one version of undici. */
interface Driver {
  connect(abort: (reason: Error) => void): void;
  /** @returns Whether the dispatcher may continue. */
  head(status: number, headers?: RawHeaders, statusText?: string): boolean;
  data(chunk: Uint8Array): boolean;
  end(): void;
  fail(cause: unknown): void;
  readonly resumed: () => number;
}

const driverOf6 = (handler: ResponseHandler): Driver => {
  const resume = vi.fn();
  return {
    connect: (abort) => handler.onConnect(abort),
    head: (status, headers = [], statusText = '') => handler.onHeaders(status, headers, resume, statusText),
    data: (chunk) => handler.onData(chunk),
    end: () => handler.onComplete(),
    fail: (cause) => handler.onError(cause),
    resumed: () => resume.mock.calls.length,
  };
};
const driverOf7 = (handler: ResponseHandler): Driver => {
  const controller = { pause: vi.fn(), resume: vi.fn(), abort: vi.fn() };
  /** Whether a call did not pause. */
  const unpaused = (call: () => void) => {
    controller.pause.mockClear();
    call();
    return controller.pause.mock.calls.length === 0;
  };
  return {
    connect(abort) {
      controller.abort.mockImplementation(abort);
      handler.onRequestStart(controller);
    },
    head: (status, headers = {}, statusText = '') =>
      unpaused(() => handler.onResponseStart(controller, status, headers, statusText)),
    data: (chunk) => unpaused(() => handler.onResponseData(controller, chunk)),
    end: () => handler.onResponseEnd(),
    fail: (cause) => handler.onResponseError(controller, cause),
    resumed: () => controller.resume.mock.calls.length,
  };
};

describe.each([
  ['undici 6', driverOf6],
  ['undici 7', driverOf7],
])('with the methods of %s', (name, driverOf) => {
  function create(streamed = false) {
    const resolve = vi.fn();
    const reject = vi.fn();
    const ended = vi.fn();
    const handler = new ResponseHandler(() => streamed, resolve, reject);
    handler.onEnd = ended;
    return { handler, driver: driverOf(handler), resolve, reject, ended };
  }
  const bytes = (...values: number[]) => Uint8Array.of(...values);
  const text = (chunk: Uint8Array | undefined) => Buffer.from(chunk ?? []).toString();
  async function read(handler: ResponseHandler) {
    const chunks: number[][] = [];
    try {
      for await (const chunk of handler.chunks()) chunks.push([...chunk]);
    } catch (error) {
      return { chunks, error };
    }
    return { chunks };
  }

  it(`ResponseHandler of ${name} resolves when the response is complete`, () => {
    const { handler, driver, resolve, reject, ended } = create();
    driver.connect(() => {});
    expect(driver.head(201, { a: 'b' }, 'Made')).toBe(true);
    driver.data(bytes(1, 2));
    driver.data(bytes(3));
    expect([resolve.mock.calls, handler.complete, handler.ended]).toEqual([[], false, false]);
    driver.end();
    expect(resolve.mock.calls).toEqual([[handler]]);
    expect(handler).toMatchObject({ status: 201, statusText: 'Made', rawHeaders: { a: 'b' }, complete: true });
    expect([[...handler.bytes()], ended.mock.calls.length, reject.mock.calls]).toEqual([[1, 2, 3], 1, []]);
  });

  it(`ResponseHandler of ${name} resolves only at the head if it is streamed`, async () => {
    const { handler, driver, resolve } = create(true);
    driver.connect(() => {});
    driver.head(200);
    expect(resolve.mock.calls).toEqual([[handler]]);
    driver.data(bytes(1));
    driver.data(bytes(2));
    driver.end();
    expect(resolve).toHaveBeenCalledOnce();
    expect(await read(handler)).toEqual({ chunks: [[1], [2]] });
  });

  it(`ResponseHandler of ${name} decides by the status whether it is streamed`, () => {
    const resolve = vi.fn();
    const handler = new ResponseHandler(
      (status) => status < 300,
      resolve,
      () => {},
    );
    const driver = driverOf(handler);
    driver.head(404);
    expect(resolve).not.toHaveBeenCalled();
    driver.end();
    expect(resolve).toHaveBeenCalledOnce();
  });

  it(`ResponseHandler of ${name} waits past interim responses (1xx) for the final one`, () => {
    const { handler, driver, resolve } = create(true);
    expect([driver.head(100), driver.head(103, { link: '</a>' })]).toEqual([true, true]);
    expect(resolve).not.toHaveBeenCalled();
    driver.head(200, { b: 'c' });
    expect([handler.status, handler.rawHeaders, resolve.mock.calls.length]).toEqual([200, { b: 'c' }, 1]);
  });

  it(`ResponseHandler of ${name} returns no bytes if none arrived`, async () => {
    const { handler, driver } = create();
    driver.head(200);
    driver.end();
    expect([handler.bytes().length, await read(handler)]).toEqual([0, { chunks: [] }]);
  });

  it(`ResponseHandler of ${name} returns plain bytes, not a Buffer`, () => {
    const { handler, driver } = create();
    driver.head(200);
    driver.data(Buffer.from('abc'));
    driver.end();
    expect(handler.bytes().constructor).toBe(Uint8Array);
    expect(text(handler.bytes())).toBe('abc');
  });

  it(`ResponseHandler of ${name} yields chunks as they arrive to a reader that waits`, async () => {
    const { handler, driver } = create(true);
    const chunks = handler.chunks();
    driver.head(200);
    for (const value of [1, 2]) {
      const next = chunks.next();
      driver.data(bytes(value));
      expect([...((await next).value as Bytes)]).toEqual([value]);
    }
    const last = chunks.next();
    driver.end();
    expect(await last).toEqual({ done: true, value: undefined });
  });

  it(`ResponseHandler of ${name} pauses the server at 64 KiB of unread bytes, and resumes when they are read`, async () => {
    const { handler, driver } = create(true);
    driver.head(200);
    expect(driver.data(new Uint8Array(65_535))).toBe(true);
    expect(driver.data(bytes(1))).toBe(false);
    expect(driver.resumed()).toBe(0);
    const chunks = handler.chunks();
    await chunks.next();
    expect(driver.resumed()).toBe(1);
    expect(driver.data(bytes(2))).toBe(true);
  });

  it(`ResponseHandler of ${name} does not pause a response that is not streamed`, () => {
    const { driver } = create();
    driver.head(200);
    for (let chunk = 0; chunk < 10; chunk++) expect(driver.data(new Uint8Array(65_536))).toBe(true);
  });

  it(`ResponseHandler of ${name} rejects once if there is no response`, () => {
    const { handler, driver, resolve, reject, ended } = create();
    const cause = new Error('reset');
    driver.connect(() => {});
    driver.fail(cause);
    driver.fail(new Error('again'));
    expect([resolve.mock.calls, reject.mock.calls, ended.mock.calls.length]).toEqual([[], [[cause]], 1]);
    expect([handler.ended, handler.complete]).toEqual([true, false]);
  });

  it(`ResponseHandler of ${name} rejects if a body that is not streamed is truncated`, () => {
    const { driver, resolve, reject } = create();
    driver.head(200);
    driver.data(bytes(1));
    driver.fail('truncated');
    expect([resolve.mock.calls, reject.mock.calls]).toEqual([[], [['truncated']]]);
  });

  it.each([['truncated'], [null], [undefined]])(
    `ResponseHandler of ${name} yields the chunks that arrived before a failure, and throws %s`,
    async (cause) => {
      const { handler, driver } = create(true);
      driver.head(200);
      driver.data(bytes(1));
      driver.fail(cause);
      const result = await read(handler);
      expect([result, 'error' in result]).toEqual([{ chunks: [[1]], error: cause }, true]);
    },
  );

  it(`ResponseHandler of ${name} wakes a reader that waits when the stream fails`, async () => {
    const { handler, driver } = create(true);
    driver.head(200);
    const reading = read(handler);
    driver.fail('truncated');
    expect(await reading).toEqual({ chunks: [], error: 'truncated' });
  });

  it.each([['stop'], [null], [undefined], [0]])(
    `ResponseHandler of ${name} rejects with the reason of an abort, which the dispatcher does not see: %s`,
    (reason) => {
      const { handler, driver, reject, ended } = create();
      const abort = vi.fn();
      driver.connect(abort);
      handler.abort(reason);
      expect(reject.mock.calls).toEqual([[reason]]);
      expect(abort.mock.calls).toEqual([[new Error('aborted')]]);
      // The dispatcher's own error has no effect.
      driver.fail(new Error('aborted'));
      expect([reject.mock.calls.length, ended.mock.calls.length]).toEqual([1, 1]);
    },
  );

  it(`ResponseHandler of ${name} ends a request that is aborted before there is a connection`, () => {
    const { handler, driver, reject } = create();
    const abort = vi.fn();
    handler.abort('stop');
    expect(reject.mock.calls).toEqual([['stop']]);
    driver.connect(abort);
    expect(abort).toHaveBeenCalledOnce();
  });

  it(`ResponseHandler of ${name} yields no further chunks of a stream that is aborted`, async () => {
    const { handler, driver } = create(true);
    driver.connect(() => {});
    driver.head(200);
    driver.data(bytes(1));
    handler.abort('stop');
    expect(await read(handler)).toEqual({ chunks: [], error: 'stop' });
  });
});
