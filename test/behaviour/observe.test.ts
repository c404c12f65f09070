/** The events that an observer receives when attempts fail. No event contains a secret. */
import type { ClientEvent } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { reset, respond, stallInBody, truncate } from './steps.ts';
import { createTestClient } from './test-client.ts';
import { subjects } from './transports.ts';

describe.each(subjects)('$name', (subject) => {
  const { secrets, tokenPath } = subject.vendor;

  it('an observer receives the events of each attempt, and no secret', async () => {
    const events: ClientEvent[] = [];
    const client = await createTestClient(subject, { observe: (event) => events.push(event) });
    client.onRead(reset('before the head'), respond(503, {}, { 'Retry-After': '2' }), respond(200, { id: '1' }));
    await client.clock.run(client.read());
    const received = events.filter(({ method, type }) => method === 'GET' && type !== 'token');
    expect(received.map(({ type }) => type)).toEqual([
      ...['request', 'error', 'retry'],
      ...['request', 'response', 'retry'],
      ...['request', 'response'],
    ]);
    expect(received.filter(({ type }) => type === 'retry')).toMatchObject([{ delay: 250 }, { delay: 2100 }]);
    expect(events.filter(({ type }) => type === 'token')).toHaveLength(tokenPath ? 1 : 0);
    for (const secret of secrets) expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('an observer receives an error and no response for a stalled or truncated body', async () => {
    const events: ClientEvent[] = [];
    const client = await createTestClient(subject, { timeout: 20_000, observe: (event) => events.push(event) });
    client.onRead(stallInBody, truncate, respond(200, { id: '1' }));
    await client.clock.run(client.read());
    const received = events.filter(({ method, type }) => method === 'GET' && type !== 'token');
    expect(received).toMatchObject([
      { type: 'request', attempt: 1 },
      { type: 'error', attempt: 1, error: 'TimeoutError', duration: 20_000 },
      { type: 'retry', attempt: 1, reason: 'TimeoutError', delay: 250 },
      { type: 'request', attempt: 2 },
      { type: 'error', attempt: 2, error: 'ConnectionError' },
      { type: 'retry', attempt: 2, reason: 'ConnectionError', delay: 500 },
      { type: 'request', attempt: 3 },
      { type: 'response', attempt: 3, status: 200 },
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('The log is full.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('The log is closed.'))],
  ])('a call succeeds with an observer that %s', async (_, observe) => {
    const client = await createTestClient(subject, { observe });
    client.onRead(respond(503, {}), respond(200, { id: '1' }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
  });
});
