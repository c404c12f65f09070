/** An abort ends a call at once, wherever it stands, with the caller's own reason, and leaves nothing behind. */
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { CallOptions } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { type AnyCall, subjects, tokenSubjects } from './clients.ts';
import { type Scene, stage } from './scene.ts';
import { answer, stall, stallInBody } from './steps.ts';

const reason = new Error('The user has left.');

/**
 * How many turns of the event loop an abort may take. They are done in less than a millisecond; on a machine that is busy
 * with other things a stopwatch would tell of those.
 */
const turns = 50;

/** Calls, aborts once the condition holds, and checks that the call is over and gone. */
async function expectAbort(
  { clock, wire, server }: Scene,
  call: (options: CallOptions) => AnyCall,
  reached: () => boolean,
): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  let outcome: unknown = 'pending';
  call({ signal }).then(
    () => {
      outcome = 'success';
    },
    (error: unknown) => {
      outcome = error;
    },
  );
  await clock.until(reached);
  const [time, arrived] = [clock.now(), server.arrivals.length];
  controller.abort(reason);
  for (let count = 0; outcome === 'pending' && count < turns; count++) await turn();
  expect(outcome).toBe(reason);
  expect(clock.pending).toBe(0);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  // The connection is closed too, and nothing comes after it.
  await clock.until(() => wire.waiting.head + wire.waiting.body + server.holds.head + server.holds.body === 0);
  await clock.quiet();
  expect(server.arrivals).toHaveLength(arrived);
  expect(clock.now()).toBe(time);
}

describe.each(subjects)('$name', (subject) => {
  it('sends nothing when it is aborted before', async () => {
    const { read, write, failure, server, clock } = await stage(subject);
    const signal = AbortSignal.abort(reason);
    expect(await failure(read({ signal }))).toBe(reason);
    expect(await failure(write({ signal }))).toBe(reason);
    expect(server.arrivals).toEqual([]);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('ends at once while it waits for an answer', async () => {
    const scene = await stage(subject);
    scene.onRead(stall);
    await expectAbort(scene, scene.read, () => scene.reads === 1);
  });

  it('ends at once while a write waits for an answer', async () => {
    const scene = await stage(subject);
    await scene.clock.run(scene.read());
    scene.onWrite(stall);
    const before = scene.writes;
    await expectAbort(scene, scene.write, () => scene.writes === before + 1);
  });

  it('ends at once in the middle of a body', async () => {
    const scene = await stage(subject);
    scene.onRead(stallInBody);
    await expectAbort(scene, scene.read, () => scene.wire.waiting.body === 1 && scene.server.holds.body === 1);
  });

  it('ends at once during the wait before a retry', async () => {
    const scene = await stage(subject);
    scene.onRead(answer(503, {}, { 'Retry-After': '30' }));
    // Between attempts nothing is on its way: what is pending is the wait.
    await expectAbort(
      scene,
      scene.read,
      () => scene.reads === 1 && scene.wire.waiting.head === 0 && scene.clock.pending === 1,
    );
  });

  it('ends at once during any of these under a deadline', async () => {
    const scene = await stage(subject, { deadline: 60_000 });
    scene.onRead(answer(503, {}, { 'Retry-After': '30' }), stall);
    await expectAbort(
      scene,
      scene.read,
      () => scene.reads === 1 && scene.wire.waiting.head === 0 && scene.clock.pending === 2,
    );
    await expectAbort(scene, scene.read, () => scene.reads === 2);
  });

  it('leaves nothing on a signal that is used for call after call', async () => {
    const { onRead, read, clock, failure } = await stage(subject);
    const { signal } = new AbortController();
    await clock.run(read({ signal }));
    onRead(answer(503, {}), answer(200, { id: '1' }));
    await clock.run(read({ signal }));
    onRead(answer(404, {}));
    await failure(read({ signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(clock.pending).toBe(0);
  });

  it.each([undefined, null, false, 'a text'])('rejects with the reason %s as it is', async (given) => {
    const { onRead, read, clock, server } = await stage(subject);
    onRead(stall);
    const controller = new AbortController();
    const call = read({ signal: controller.signal }).then(
      () => 'success',
      (error: unknown) => ({ error }),
    );
    await clock.until(() => server.at(subject.client.readPath).length === 1);
    controller.abort(given);
    expect(await clock.run(call)).toEqual({ error: controller.signal.reason });
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it('ends a call that waits for a token, and not the calls that wait with it', async () => {
    const scene = await stage(subject);
    scene.onToken(stall, answer(200, { access_token: 'second', expires_in: 3600 }));
    const controller = new AbortController();
    const { signal } = controller;
    const aborted = scene.read({ signal }).then(null, (error: unknown) => error);
    const waiting = scene.read();
    await scene.clock.until(() => scene.tokens === 1 && scene.server.holds.head === 1);
    controller.abort(reason);
    let outcome: unknown;
    aborted.then((error) => {
      outcome = error;
    });
    for (let count = 0; !outcome && count < turns; count++) await turn();
    expect(outcome).toBe(reason);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(await scene.clock.run(waiting)).toEqual({ id: '1' });
    expect(scene.clock.pending).toBe(0);
  });
});
