import { expect, it } from 'vitest';
import { RequestFactory } from '../../test/request-factory.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import type { Next } from '../pipeline/policy.ts';
import { observe } from './observe.ts';

const line = { method: 'POST', path: '/things/{id}' };

async function eventsOf(respond: Next, attempts: number = 0, headers: Record<string, string> = {}) {
  const client = new RequestFactory();
  const request = client.create({
    url: 'https://api.example.com/things/s3cret?q=s3cret',
    headers: { 'x-key': 's3cret', ...headers },
    body: 's3cret',
    operation: line,
  });
  for (let attempt = 0; attempt < attempts; attempt++) request.call.attempts.push({ reason: 'status 503' });
  const outcome = await observe(request, (given) => {
    client.clock.time += 70;
    return respond(given);
  }).catch((error) => error);
  const source = { callId: request.call.id, ...line, attempt: attempts + 1 };
  return { events: client.events, outcome, source };
}

it('observe emits events of an attempt and its response with only these fields', async () => {
  const response = new Response('s3cret', { status: 418, headers: { 'X-Key': 's3cret' } });
  const { events, outcome, source } = await eventsOf(async () => response);
  expect(outcome).toBe(response);
  expect(events).toEqual([
    { type: 'request', ...source },
    { type: 'response', ...source, status: 418, duration: 70 },
  ]);
});

it.each([
  [new ConnectionError(line, new Error('s3cret')), 'ConnectionError'],
  [new DOMException('s3cret', 'AbortError'), 'AbortError'],
  ['s3cret', 'unknown'],
  [{ message: 's3cret' }, 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
  [0, 'unknown'],
])('observe emits only the name of the error of an attempt without a response: %s', async (reason, error) => {
  const { events, outcome, source } = await eventsOf(() => Promise.reject(reason));
  expect(outcome).toBe(reason);
  expect(events).toEqual([
    { type: 'request', ...source },
    { type: 'error', ...source, error, duration: 70 },
  ]);
});

it('observe numbers attempts after the previous ones', async () => {
  const { events } = await eventsOf(async () => new Response(), 2);
  expect(events.map(({ attempt }) => attempt)).toEqual([3, 3]);
});

it('observe emits the request id of the response', async () => {
  const respond = async () => new Response('', { headers: { 'X-Request-Id': 'r-1' } });
  expect((await eventsOf(respond)).events[1]).toMatchObject({ type: 'response', requestId: 'r-1' });
});

it('observe emits the idempotency key that is sent in each event of an attempt', async () => {
  const key = { 'idempotency-key': 'order-7' };
  for (const respond of [async () => new Response(), () => Promise.reject(new ConnectionError(line, undefined))]) {
    const { events } = await eventsOf(respond, 0, key);
    expect(events.map((event) => 'idempotencyKey' in event && event.idempotencyKey)).toEqual(['order-7', 'order-7']);
  }
});

it('observe emits the code of a system error', async () => {
  const refused = new ConnectionError(line, { code: 'ECONNREFUSED' });
  const { events } = await eventsOf(() => Promise.reject(refused));
  expect(events[1]).toMatchObject({ type: 'error', error: 'ConnectionError', code: 'ECONNREFUSED' });
});
