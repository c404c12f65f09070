/** The events that an observer receives when attempts fail. No event contains a secret. */
import { type ClientEvent, logTo } from '@plumbline/runtime';
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
    expect(received.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 2, 2, 2, 3, 3]);
    expect(new Set(received.map(({ callId }) => callId)).size).toBe(1);
    const tokens = events.filter(({ type }) => type === 'token');
    expect(tokens).toHaveLength(tokenPath ? 1 : 0);
    for (const { callId } of tokens) expect(callId).not.toBe(received[0]?.callId);
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

  it('an observer tells concurrent calls apart, and receives the request id of each response', async () => {
    const events: ClientEvent[] = [];
    const client = await createTestClient(subject, { observe: (event) => events.push(event) });
    await client.clock.run(client.read());
    events.length = 0;
    client.onRead(...['r-1', 'r-2'].map((id) => respond(200, { id: '1' }, { 'X-Request-Id': id })));
    await client.clock.run(Promise.all([client.read(), client.read()]));
    const responses = events.filter((event) => event.type === 'response');
    expect(responses.map(({ requestId }) => requestId).sort()).toEqual(['r-1', 'r-2']);
    for (const { callId } of responses) expect(events.filter((event) => event.callId === callId)).toHaveLength(2);
  });

  it('logTo prints a line for each event, and no secret', async () => {
    const lines: string[] = [];
    const debug = (line: string) => lines.push(line);
    const client = await createTestClient(subject, { observe: logTo({ debug, warn: debug }) });
    client.onRead(reset('before the head'), respond(503, {}), respond(200, { id: '1' }));
    await client.clock.run(client.read());
    const texts = lines.filter((line) => line.startsWith('GET ')).map((line) => line.replace(/^.* attempt /, ''));
    expect(texts).toEqual([
      ...[
        '1: sent',
        expect.stringMatching(/^1: ConnectionError \(\w+\) in 0 ms$/),
        '1: retry in 250 ms: ConnectionError',
      ],
      ...['2: sent', '2: 503 in 0 ms', '2: retry in 500 ms: status 503'],
      ...['3: sent', '3: 200 in 0 ms'],
    ]);
    for (const secret of secrets) expect(lines.join()).not.toContain(secret);
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
