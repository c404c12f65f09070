/** What a vendor's "not now" does to a call: how long it waits, how often it asks again, and when it does not. */
import { describe, expect, it } from 'vitest';
import { subjects } from './clients.ts';
import { type Scene, stage } from './scene.ts';
import { answer } from './steps.ts';

const ok = answer(200, { id: '1' });

describe.each(subjects)('$name', (subject) => {
  const { readPath, writePath } = subject.client;
  /** Milliseconds between the requests for a path. */
  const waits = ({ server }: Scene, path = readPath) => {
    const times = server.at(path).map(({ time }) => time);
    return times.slice(1).map((time, index) => time - (times[index] as number));
  };
  const inSeconds = ({ clock }: Scene, seconds: number) => new Date(clock.date() + seconds * 1000).toUTCString();

  describe.each([429, 503])('answered %i', (status) => {
    it.each<[string, (scene: Scene) => Record<string, string>, number]>([
      ['in seconds', () => ({ 'Retry-After': '7' }), 7000],
      ['as a date', (scene) => ({ 'Retry-After': inSeconds(scene, 7) }), 7000],
      ['as a date that is past', (scene) => ({ 'Retry-After': inSeconds(scene, -7) }), 0],
      ['of no time', () => ({ 'Retry-After': '0' }), 0],
      ['in milliseconds', () => ({ 'Retry-After-Ms': '1500' }), 1500],
      [
        'in milliseconds, which are finer than its seconds',
        () => ({ 'Retry-After': '2', 'Retry-After-Ms': '1500' }),
        1500,
      ],
    ])('waits as long as Retry-After says %s', async (_, headers, expected) => {
      const scene = await stage(subject);
      scene.onRead(answer(status, {}, headers(scene)), ok);
      expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
      expect(waits(scene)).toEqual([expected]);
    });

    it.each([
      ['absent', {}],
      ['no time at all', { 'Retry-After': 'soon' }],
      ['negative', { 'Retry-After': '-5' }],
      ['empty', { 'Retry-After': '' }],
    ])('waits a random part of a growing time where Retry-After is %s', async (_, headers) => {
      const scene = await stage(subject);
      scene.clock.chance = () => 0.9;
      scene.onRead(answer(status, {}, headers), answer(status, {}, headers), ok);
      await scene.clock.run(scene.read());
      expect(waits(scene)).toEqual([450, 900]);
    });

    it('raises an absurd Retry-After at once, and says when to try again', async () => {
      const scene = await stage(subject);
      scene.onRead(answer(status, {}, { 'Retry-After': '277403' }));
      const error = await scene.failure(scene.read());
      expect(error).toMatchObject({ name: 'ApiError', status });
      expect(error.retryAt).toEqual(new Date(scene.clock.date() + 277_403_000));
      expect(scene.reads).toBe(1);
      expect(scene.clock.now()).toBe(0);
    });

    it('gives up after three attempts, and tells of each', async () => {
      const scene = await stage(subject);
      scene.onRead(answer(status, {}));
      const error = await scene.failure(scene.read());
      expect(error).toMatchObject({ name: 'ApiError', status });
      expect(error.attempts?.map((attempt) => attempt.status)).toEqual([status, status, status]);
      expect(error.attempts?.map((attempt) => attempt.wait)).toEqual([250, 500, undefined]);
      expect(scene.reads).toBe(3);
      expect(scene.clock.pending).toBe(0);
    });

    it('asks once where retry is false, for the client or for the call', async () => {
      const client = await stage(subject, { retry: false });
      client.onRead(answer(status, {}));
      await client.failure(client.read());
      expect(client.reads).toBe(1);
      const call = await stage(subject);
      call.onRead(answer(status, {}));
      await call.failure(call.read({ retry: false }));
      expect(call.reads).toBe(1);
    });

    it('does not wait for what the deadline would not let arrive', async () => {
      const scene = await stage(subject, { deadline: 5000 });
      scene.onRead(answer(status, {}, { 'Retry-After': '7' }));
      expect(await scene.failure(scene.read())).toMatchObject({ name: 'ApiError', status });
      expect(scene.clock.now()).toBeLessThan(5000);
    });
  });

  it.each([408, 500, 502, 504])('reads again after a %i', async (status) => {
    const scene = await stage(subject);
    scene.onRead(answer(status, {}), ok);
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
    expect(scene.reads).toBe(2);
  });

  it.each([400, 403, 404, 409, 422, 501])('takes a %i for an answer, and asks once', async (status) => {
    const scene = await stage(subject);
    scene.onRead(answer(status, {}));
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'ApiError', status });
    expect(scene.reads).toBe(1);
  });

  it('writes again after a 429, which says that nothing was done', async () => {
    const scene = await stage(subject);
    scene.onWrite(answer(429, {}, { 'Retry-After': '7' }), ok);
    expect(await scene.clock.run(scene.write())).toEqual({ id: '1' });
    expect(waits(scene, writePath)).toEqual([7000]);
  });

  it.each([408, 500, 502, 503, 504])('never writes again after a %i, which may have done it', async (status) => {
    const scene = await stage(subject);
    scene.onWrite(answer(status, {}, { 'Retry-After': '1' }), ok);
    expect(await scene.failure(scene.write())).toMatchObject({ name: 'ApiError', status });
    expect(scene.writes).toBe(1);
  });

  it('ends retries by its quota where a vendor only fails, so that no storm begins', async () => {
    const scene = await stage(subject);
    scene.onRead(answer(503, {}));
    const calls = Array.from({ length: 120 }, () => scene.failure(scene.read()));
    const errors = await Promise.all(calls);
    expect(errors.every(({ status }) => status === 503)).toBe(true);
    // 500 tokens, 5 for each retry: 100 retries over 120 calls, not 240.
    expect(scene.reads).toBe(220);
  });
});
