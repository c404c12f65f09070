/** A create with an idempotency key is retried with the same key, except after a final response. */
import { createMagicBell } from '@plumbline/magicbell';
import { describe, expect, it } from 'vitest';
import { reset, respond, stall, stallInBody, truncate } from './steps.ts';
import { startNetwork } from './test-client.ts';
import type { Step } from './test-server.ts';
import { type Transport, transports } from './transports.ts';

const path = '/notifications';
const notification = { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] };

describe.each(transports)('magicbell over $name', (transport: Transport) => {
  const createClient = async (...steps: Step[]) => {
    const { clock, server, options } = await startNetwork(transport);
    server.on(path, ...steps);
    const { notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    const keys = () => server.at(path).map(({ headers }) => headers['idempotency-key']);
    return { clock, server, keys, create: (call = {}) => notifications.create({ notification }, call) };
  };

  it.each([
    ['a reset before the head', reset('before the head')],
    ['a reset in the head', reset('in the head')],
    ['a reset in the body', reset('in the body')],
    ['a truncated body', truncate],
    ['no response', stall],
    ['a body that stalls', stallInBody],
    ['a 429', respond(429, {})],
    ['a 502', respond(502, {})],
    ['a 503', respond(503, {})],
    ['a 504', respond(504, {})],
  ])('a keyed create is retried after %s, with the same key and the same body', async (_, step) => {
    const { clock, server, keys, create } = await createClient(step, step, respond(201, { notification: { id: '1' } }));
    expect(await clock.run(create())).toEqual({ notification: { id: '1' } });
    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(server.at(path).map(({ body }) => JSON.parse(body))).toEqual(Array(3).fill({ notification }));
    expect(clock.pending).toBe(0);
  });

  it('a keyed create is not retried after a 500, which the vendor would replay', async () => {
    const { clock, keys, create } = await createClient(respond(500, {}), respond(201, {}));
    await expect(clock.run(create())).rejects.toMatchObject({ name: 'ApiError', status: 500 });
    expect(keys()).toHaveLength(1);
  });

  it('every attempt sends the key that the caller gives', async () => {
    const { clock, keys, create } = await createClient(reset('in the body'), respond(201, {}));
    await clock.run(create({ idempotencyKey: 'task-7' }));
    expect(keys()).toEqual(['task-7', 'task-7']);
  });

  it('the error of a keyed create lists every attempt with a truncated body', async () => {
    const { clock, keys, create } = await createClient(truncate);
    await expect(clock.run(create())).rejects.toMatchObject({
      name: 'ConnectionError',
      attempts: [
        { error: 'ConnectionError', reason: 'ConnectionError', delay: 250 },
        { error: 'ConnectionError', reason: 'ConnectionError', delay: 500 },
        { error: 'ConnectionError', reason: 'no attempt is left' },
      ],
    });
    expect(keys()).toHaveLength(3);
  });
});
