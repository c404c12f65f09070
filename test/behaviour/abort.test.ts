/** An abort ends a call at once in any state, throws the caller's reason, and leaves nothing behind. */
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import type { CallOptions } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { respond, stall, stallInBody } from './steps.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { subjects, tokenSubjects } from './transports.ts';
import type { AnyCall } from './vendor-clients.ts';

const reason = new Error('The user has left.');

/** Most turns of the event loop that an abort may take. Wall time would depend on how busy the machine is. */
const turns = 50;

/** Aborts a call once the condition holds, and checks that the call is over and its connection closed. */
async function expectAbort(
  { clock, traffic, server }: TestClient,
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
  await clock.idle();
  expect([traffic.open, server.holds]).toEqual([0, 0]);
  expect(server.arrivals).toHaveLength(arrived);
  expect(clock.now()).toBe(time);
}

describe.each(subjects)('$name', (subject) => {
  it('a call with an aborted signal sends nothing', async () => {
    const { read, write, failure, server, clock } = await createTestClient(subject);
    const signal = AbortSignal.abort(reason);
    expect(await failure(read({ signal }))).toBe(reason);
    expect(await failure(write({ signal }))).toBe(reason);
    expect(server.arrivals).toEqual([]);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('an abort ends a read that waits for its response', async () => {
    const client = await createTestClient(subject);
    client.onRead(stall);
    await expectAbort(client, client.read, () => client.reads === 1);
  });

  it('an abort ends a write that waits for its response', async () => {
    const client = await createTestClient(subject);
    await client.clock.run(client.read());
    client.onWrite(stall);
    const before = client.writes;
    await expectAbort(client, client.write, () => client.writes === before + 1);
  });

  it('an abort ends a read in the middle of a body', async () => {
    const client = await createTestClient(subject);
    client.onRead(stallInBody);
    // The server counts a hold when the client has received the head.
    await expectAbort(client, client.read, () => client.server.holds === 1);
  });

  it('an abort ends the delay before a retry', async () => {
    const client = await createTestClient(subject);
    client.onRead(respond(503, {}, { 'Retry-After': '30' }));
    const isDelayed = () => client.reads === 1 && client.traffic.open === 0 && client.clock.pending === 1;
    await expectAbort(client, client.read, isDelayed);
  });

  it('an abort ends a delay and a read under a deadline', async () => {
    const client = await createTestClient(subject, { deadline: 60_000 });
    client.onRead(respond(503, {}, { 'Retry-After': '30' }), stall);
    const isDelayed = () => client.reads === 1 && client.traffic.open === 0 && client.clock.pending === 2;
    await expectAbort(client, client.read, isDelayed);
    await expectAbort(client, client.read, () => client.reads === 2);
  });

  it('a signal that many calls share keeps no listener', async () => {
    const { onRead, read, clock, failure } = await createTestClient(subject);
    const { signal } = new AbortController();
    await clock.run(read({ signal }));
    onRead(respond(503, {}), respond(200, { id: '1' }));
    await clock.run(read({ signal }));
    onRead(respond(404, {}));
    await failure(read({ signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(clock.pending).toBe(0);
  });

  it.each([undefined, null, false, 'a text'])('an aborted call throws the reason %s unchanged', async (given) => {
    const { onRead, read, clock, server } = await createTestClient(subject);
    onRead(stall);
    const controller = new AbortController();
    const call = read({ signal: controller.signal }).then(
      () => 'success',
      (error: unknown) => ({ error }),
    );
    await clock.until(() => server.at(subject.vendor.readPath).length === 1);
    controller.abort(given);
    expect(await clock.run(call)).toEqual({ error: controller.signal.reason });
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it('an abort ends one call that waits for a token, and no other', async () => {
    const client = await createTestClient(subject);
    client.onToken(stall, respond(200, { access_token: 'second', expires_in: 3600 }));
    const controller = new AbortController();
    const { signal } = controller;
    let outcome: unknown;
    client.read({ signal }).then(null, (error: unknown) => {
      outcome = error;
    });
    const waiting = client.read();
    await client.clock.until(() => client.tokens === 1 && client.server.holds === 1);
    controller.abort(reason);
    for (let count = 0; !outcome && count < turns; count++) await turn();
    expect(outcome).toBe(reason);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(await client.clock.run(waiting)).toEqual({ id: '1' });
    expect(client.clock.pending).toBe(0);
  });
});
