import { expect, it } from 'vitest';
import { RequestFactory } from '../../test/request-factory.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import type { Next } from '../pipeline/policy.ts';
import { observe } from './observe.ts';

const line = { method: 'POST', path: '/things/{id}' };

async function eventsOf(respond: Next, attempts: number = 0) {
  const client = new RequestFactory();
  const request = client.create({
    url: 'https://api.example.com/things/s3cret?q=s3cret',
    headers: { 'x-key': 's3cret' },
    body: 's3cret',
    operation: line,
  });
  for (let attempt = 0; attempt < attempts; attempt++) request.call.attempts.push({ reason: 'status 503' });
  const outcome = await observe(request, (given) => {
    client.clock.time += 70;
    return respond(given);
  }).catch((error) => error);
  return { events: client.events, outcome };
}

it('observe emits events of an attempt and its response with only these fields', async () => {
  const response = new Response('s3cret', { status: 418, headers: { 'X-Key': 's3cret' } });
  const { events, outcome } = await eventsOf(async () => response);
  expect(outcome).toBe(response);
  expect(events).toEqual([
    { type: 'request', ...line, attempt: 1 },
    { type: 'response', ...line, attempt: 1, status: 418, duration: 70 },
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
  const { events, outcome } = await eventsOf(() => Promise.reject(reason));
  expect(outcome).toBe(reason);
  expect(events).toEqual([
    { type: 'request', ...line, attempt: 1 },
    { type: 'error', ...line, attempt: 1, error, duration: 70 },
  ]);
});

it('observe numbers attempts after the previous ones', async () => {
  const { events } = await eventsOf(async () => new Response(), 2);
  expect(events.map((event) => 'attempt' in event && event.attempt)).toEqual([3, 3]);
});
