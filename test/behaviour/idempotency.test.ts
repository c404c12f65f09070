/** A create with an idempotency key may be sent twice: always under the same key, and never against a final answer. */
import { createMagicBell } from '@plumbline/magicbell';
import { describe, expect, it } from 'vitest';
import { open } from './scene.ts';
import type { Step } from './scripted-server.ts';
import { answer, reset, stall } from './steps.ts';
import { type Transport, transports } from './transports.ts';

const path = '/notifications';
const notification = { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] };

describe.each(transports)('magicbell over $name', (transport: Transport) => {
  const stage = async (...steps: Step[]) => {
    const { clock, server, wire } = await open(transport);
    server.on(path, ...steps);
    const options = { baseUrl: server.url, fetch: wire.fetch, clock };
    const { notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    const keys = () => server.at(path).map(({ headers }) => headers['idempotency-key']);
    return { clock, keys, create: (call = {}) => notifications.create({ notification }, call) };
  };

  it.each([
    ['a reset', reset('before the head')],
    ['no answer', stall],
    ['a 429', answer(429, {})],
    ['a 502', answer(502, {})],
    ['a 503', answer(503, {})],
    ['a 504', answer(504, {})],
  ])('creates again after %s, under the same key and with the same body', async (_, step) => {
    const { clock, keys, create } = await stage(step, step, answer(201, { notification: { id: '1' } }));
    expect(await clock.run(create())).toEqual({ notification: { id: '1' } });
    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes a 500 under a key for final: the vendor gives the first answer of a key again', async () => {
    const { clock, keys, create } = await stage(answer(500, {}), answer(201, {}));
    await expect(clock.run(create())).rejects.toMatchObject({ name: 'ApiError', status: 500 });
    expect(keys()).toHaveLength(1);
  });

  it('keeps the key that it is given', async () => {
    const { clock, keys, create } = await stage(reset('in the head'), answer(201, {}));
    await clock.run(create({ idempotencyKey: 'task-7' }));
    expect(keys()).toEqual(['task-7', 'task-7']);
  });
});
