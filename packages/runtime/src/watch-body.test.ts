import { describe, expect, it } from 'vitest';
import { watchBody } from './watch-body.ts';

function watch(response: Response, stopped: Promise<never> = new Promise(() => {})) {
  const seen = { ended: 0, response };
  seen.response = watchBody(response, {
    stopped,
    ended: () => {
      seen.ended++;
    },
    failed: (cause) => new Error('renamed', { cause }),
  });
  return seen;
}
const broken = (cause: unknown) =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.error(cause);
      },
    }),
  );
const stalled = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));

describe('the end is told', () => {
  it.each([['text'], ['json'], ['arrayBuffer'], ['blob'], ['bytes']] as const)(
    'when %s() has read it',
    async (reader) => {
      const seen = watch(new Response('{"a":1}'));
      expect(seen.ended).toBe(0);
      await seen.response[reader]();
      expect(seen.ended).toBe(1);
    },
  );

  it('when the stream was read', async () => {
    const seen = watch(new Response('text'));
    const reader = seen.response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('text');
    expect(seen.ended).toBe(0);
    expect((await reader?.read())?.done).toBe(true);
    expect(seen.ended).toBe(1);
  });

  it('when the stream was cancelled, and the cancel reaches the source', async () => {
    let reason: unknown;
    const source = new ReadableStream({
      cancel(given) {
        reason = given;
      },
    });
    const seen = watch(new Response(source));
    await seen.response.body?.cancel('enough');
    expect([seen.ended, reason]).toEqual([1, 'enough']);
  });

  it('when the stream was cancelled half read', async () => {
    let cancelled = false;
    const source = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1));
      },
      cancel() {
        cancelled = true;
      },
    });
    const seen = watch(new Response(source));
    const reader = seen.response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect([seen.ended, cancelled]).toEqual([1, true]);
  });

  it.each([
    ['there is no body', new Response(null, { status: 204 })],
    ['it is of length 0, which nobody reads', new Response('', { headers: { 'Content-Length': '0' } })],
  ])('at once, when %s', (_, response) => {
    expect(watch(response).ended).toBe(1);
  });
});

describe('an error is renamed', () => {
  it('of a reader', async () => {
    const cause = new TypeError('terminated');
    const seen = watch(broken(cause));
    await expect(seen.response.text()).rejects.toMatchObject({ message: 'renamed', cause });
    expect(seen.ended).toBe(1);
  });

  it('of the stream', async () => {
    const cause = new TypeError('terminated');
    const seen = watch(broken(cause));
    await expect(seen.response.body?.getReader().read()).rejects.toMatchObject({ message: 'renamed', cause });
    expect(seen.ended).toBe(1);
  });

  it('but not that of JSON.parse, whose text arrived', async () => {
    const seen = watch(new Response('<html>'));
    await expect(seen.response.json()).rejects.toBeInstanceOf(SyntaxError);
    expect(seen.ended).toBe(1);
  });
});

describe('a body that heeds nothing is left', () => {
  const stopped = () => {
    const promise = Promise.reject(new Error('stop'));
    promise.catch(() => {});
    return promise;
  };

  it('by a reader', async () => {
    await expect(watch(stalled(), stopped()).response.text()).rejects.toMatchObject({
      message: 'renamed',
      cause: { message: 'stop' },
    });
  });

  it('by the stream', async () => {
    await expect(watch(stalled(), stopped()).response.body?.getReader().read()).rejects.toThrow('stop');
  });
});

it('reads nothing before somebody asks', async () => {
  let pulls = 0;
  const source = new ReadableStream(
    {
      pull() {
        pulls++;
      },
    },
    { highWaterMark: 0 },
  );
  const { response } = watch(new Response(source));
  expect(response.body).toBe(response.body);
  await new Promise((resolve) => setImmediate(resolve));
  expect([pulls, response.bodyUsed]).toEqual([0, false]);
});

it('leaves the readers usable after the stream was looked at', async () => {
  const { response } = watch(new Response('text'));
  expect(response.body).not.toBeNull();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await response.text()).toBe('text');
});

it('can be done twice to one response', async () => {
  const response = new Response('text');
  const inner = watch(response);
  const outer = watch(inner.response);
  expect(await outer.response.text()).toBe('text');
  expect([inner.ended, outer.ended]).toEqual([1, 1]);
});
