/** What a connection may do instead of carrying an answer, and what becomes of the call. */
import { describe, expect, it } from 'vitest';
import { subjects } from './clients.ts';
import { stage } from './scene.ts';
import { answer, drip, later, reset, stall, stallInBody, truncate } from './steps.ts';

const ok = answer(200, { id: '1' });

describe.each(subjects)('$name', (subject) => {
  /** A client that has its token, and then nobody to talk to. */
  const stageWithoutConnection = async () => {
    const scene = await stage(subject);
    await scene.clock.run(scene.read());
    await scene.server.close();
    await scene.clock.quiet();
    scene.server.forget();
    scene.onWrite(ok);
    return scene;
  };

  it.each(['before the head', 'in the head'] as const)('reads again after a reset %s', async (where) => {
    const { onRead, read, clock, server } = await stage(subject);
    onRead(reset(where), reset(where), ok);
    expect(await clock.run(read())).toEqual({ id: '1' });
    expect(server.at(subject.client.readPath)).toHaveLength(3);
  });

  it.each(['before the head', 'in the head'] as const)('gives up after three resets %s', async (where) => {
    const scene = await stage(subject);
    scene.onRead(reset(where));
    const error = await scene.failure(scene.read());
    expect(error.name).toBe('ConnectionError');
    expect(error.attempts?.map((attempt) => attempt.error)).toEqual(Array(3).fill('ConnectionError'));
    expect(scene.reads).toBe(3);
    expect(scene.clock.pending).toBe(0);
  });

  it.each([
    ['reset', reset('in the body')],
    ['cut short', truncate],
  ])('raises a body that is %s as a connection error, and does not read again', async (_, step) => {
    const scene = await stage(subject);
    scene.onRead(step, ok);
    expect((await scene.failure(scene.read())).name).toBe('ConnectionError');
    expect(scene.reads).toBe(1);
    expect(scene.clock.pending).toBe(0);
  });

  it.each([
    ['reset before the head', reset('before the head')],
    ['reset in the head', reset('in the head')],
    ['reset in the body', reset('in the body')],
    ['cut short', truncate],
  ])('never writes again after an answer that was %s: the vendor may have done it', async (_, step) => {
    const scene = await stage(subject);
    scene.onWrite(step, ok);
    expect((await scene.failure(scene.write())).name).toBe('ConnectionError');
    expect(scene.writes).toBe(1);
    expect(scene.clock.pending).toBe(0);
  });

  it.each([
    ['an answer', stall],
    ['the rest of a body', stallInBody],
  ])('never writes again after waiting in vain for %s', async (_, step) => {
    const scene = await stage(subject, { timeout: 20_000 });
    scene.onWrite(step, ok);
    expect((await scene.failure(scene.write())).name).toBe('TimeoutError');
    expect(scene.writes).toBe(1);
    expect(scene.clock.now()).toBe(20_000);
    expect(scene.clock.pending).toBe(0);
  });

  it('never writes again by the word of a key that the vendor does not know', async () => {
    const scene = await stage(subject);
    scene.onWrite(reset('before the head'), ok);
    const call = scene.write({ headers: { 'Idempotency-Key': 'task-7' } });
    expect((await scene.failure(call)).name).toBe('ConnectionError');
    expect(scene.writes).toBe(1);
  });

  it('writes after all when there was no connection before', async () => {
    const scene = await stageWithoutConnection();
    const call = scene.write();
    await scene.clock.quiet();
    await scene.server.listen();
    expect(await scene.clock.run(call)).toEqual({ id: '1' });
    expect(scene.writes).toBe(1);
  });

  it('gives up when there is no connection three times', async () => {
    const scene = await stageWithoutConnection();
    const error = await scene.failure(scene.write());
    expect(error.name).toBe('ConnectionError');
    expect(error.attempts?.map(({ reason }) => reason)).toEqual([
      'no connection',
      'no connection',
      'no attempt is left',
    ]);
    expect(scene.clock.pending).toBe(0);
  });

  it('ends an attempt whose answer does not come in time, and reads again', async () => {
    const scene = await stage(subject, { timeout: 20_000 });
    scene.onRead(stall, ok);
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
    expect(scene.server.at(subject.client.readPath).map(({ time }) => time)).toEqual([0, 20_250]);
    expect(scene.clock.pending).toBe(0);
  });

  it.each([
    ['the client', { timeout: 20_000 }, {}],
    ['the call', {}, { timeout: 20_000 }],
  ])('ends a body that stalls after the head, by the timeout of %s', async (_, client, call) => {
    const scene = await stage(subject, client);
    scene.onRead(stallInBody, ok);
    expect(await scene.failure(scene.read(call))).toMatchObject({ name: 'TimeoutError', timeout: 20_000 });
    expect(scene.clock.now()).toBe(20_000);
    expect(scene.reads).toBe(1);
    expect(scene.clock.pending).toBe(0);
  });

  it('ends a body that drips for longer than the timeout, however steadily', async () => {
    const scene = await stage(subject, { timeout: 20_000 });
    scene.onRead(drip(999));
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'TimeoutError', timeout: 20_000 });
    expect(scene.clock.now()).toBe(20_000);
    await scene.clock.quiet();
    expect(scene.clock.pending).toBe(0);
  });

  it('ends a body that drips past the deadline, though no timeout is set', async () => {
    const scene = await stage(subject, { timeout: Number.POSITIVE_INFINITY, deadline: 90_000 });
    scene.onRead(drip(999));
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'TimeoutError', timeout: 90_000 });
    expect(scene.clock.now()).toBe(90_000);
    await scene.clock.quiet();
    expect(scene.clock.pending).toBe(0);
  });

  it('has one deadline for attempts and the waits between them', async () => {
    const scene = await stage(subject, { timeout: 20_000, deadline: 50_000, retry: { attempts: 10 } });
    scene.onRead(stall);
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'TimeoutError', timeout: 50_000 });
    expect(scene.clock.now()).toBe(50_000);
    expect(scene.reads).toBe(3);
    expect(scene.clock.pending).toBe(0);
  });

  it('takes an answer that is slow but in time', async () => {
    const scene = await stage(subject, { timeout: 20_000 });
    scene.onRead(later(19_999, ok));
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
    expect(scene.reads).toBe(1);
  });
});
