/** What an observer is told of a bad day, and what it is never told. */
import type { ClientEvent } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { subjects } from './clients.ts';
import { stage } from './scene.ts';
import { answer, reset } from './steps.ts';

describe.each(subjects)('$name', (subject) => {
  const { secrets, tokenPath } = subject.client;

  it('tells of each attempt, and of no secret', async () => {
    const events: ClientEvent[] = [];
    const scene = await stage(subject, { observe: (event) => events.push(event) });
    scene.onRead(reset('before the head'), answer(503, {}, { 'Retry-After': '2' }), answer(200, { id: '1' }));
    await scene.clock.run(scene.read());
    const told = events.filter(({ method, type }) => method === 'GET' && type !== 'token');
    expect(told.map(({ type }) => type)).toEqual([
      ...['request', 'error', 'retry'],
      ...['request', 'response', 'retry'],
      ...['request', 'response'],
    ]);
    expect(told.filter(({ type }) => type === 'retry')).toMatchObject([{ wait: 250 }, { wait: 2000 }]);
    expect(events.filter(({ type }) => type === 'token')).toHaveLength(tokenPath ? 1 : 0);
    for (const secret of secrets) expect(JSON.stringify(events)).not.toContain(secret);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('The log is full.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('The log is away.'))],
  ])('lets no call fail by an observer that %s', async (_, observe) => {
    const scene = await stage(subject, { observe });
    scene.onRead(answer(503, {}), answer(200, { id: '1' }));
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
  });
});
