import { expect, it } from 'vitest';
import { ConnectionError } from './connection-error.ts';
import { createContext } from './context.ts';
import { ManualClock } from './manual-clock.test.ts';
import { type ClientEvent, observe } from './observe.ts';
import { PlainRequest } from './plain-request.ts';
import type { Send } from './policy.ts';

const request = new PlainRequest('https://example.com/things/s3cret?q=s3cret', {
  method: 'POST',
  headers: { 'X-Key': 's3cret' },
  body: 's3cret',
  operation: { method: 'POST', path: '/things/{id}' },
});
const place = { method: 'POST', path: '/things/{id}' };

async function eventsOf(answer: Send, sent = request) {
  const clock = new ManualClock();
  const events: ClientEvent[] = [];
  const policy = observe(createContext({ clock, observe: (event) => events.push(event) }));
  const outcome = await policy(sent, (given) => {
    clock.time += 70;
    return answer(given);
  }).catch((error) => error);
  return { events, outcome };
}

it('tells of an attempt and its answer, by these fields and no others', async () => {
  const response = new Response('s3cret', { status: 418, headers: { 'X-Key': 's3cret' } });
  const { events, outcome } = await eventsOf(async () => response);
  expect(outcome).toBe(response);
  expect(events).toEqual([
    { type: 'request', ...place, attempt: 1 },
    { type: 'response', ...place, attempt: 1, status: 418, duration: 70 },
  ]);
});

it.each([
  [new ConnectionError(request, new Error('s3cret')), 'ConnectionError'],
  [new DOMException('s3cret', 'AbortError'), 'AbortError'],
  ['s3cret', 'unknown'],
  [{ message: 's3cret' }, 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
  [0, 'unknown'],
])('tells of an attempt without an answer by the name of its error alone: %s', async (reason, error) => {
  const { events, outcome } = await eventsOf(() => Promise.reject(reason));
  expect(outcome).toBe(reason);
  expect(events).toEqual([
    { type: 'request', ...place, attempt: 1 },
    { type: 'error', ...place, attempt: 1, error, duration: 70 },
  ]);
});

it('counts the attempts that were given up', async () => {
  const again = request.with({ attempts: [{ reason: 'status 503' }, { reason: 'status 503' }] });
  const { events } = await eventsOf(async () => new Response(), again);
  expect(events.map((event) => 'attempt' in event && event.attempt)).toEqual([3, 3]);
});
