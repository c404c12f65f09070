import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import type { RequestLine } from '../errors/call-error.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { CallContext, type CallContextInit } from './call-context.ts';
import type { CallOptions } from './call-options.ts';
import type { ClientEvent } from './client-event.ts';

const line = { method: 'GET', path: '/things' };
const operation = { method: 'GET', path: '/things/{id}' };

function create(options: CallOptions = {}, init: Partial<CallContextInit> = {}) {
  const clock = new ManualClock();
  const events: ClientEvent[] = [];
  const client = { clock, emit: (event: ClientEvent) => events.push(event), options };
  return { clock, client, events, call: new CallContext(client, { line, ...init }) };
}

it('CallContext has the clock of its client', () => {
  const { client, clock, call } = create();
  expect([call.client, call.clock]).toEqual([client, clock]);
});

it('CallContext adds only its id, attempt, and the method and path of its operation to an event', () => {
  const { call, events } = create({}, { line: { ...operation, security: [] } as RequestLine });
  call.emit({ type: 'limit', delay: 5 });
  call.attempts.push({ reason: 'status 503' });
  call.emit({ type: 'limit', delay: 6 });
  expect(events).toEqual([
    { type: 'limit', callId: call.id, ...operation, attempt: 1, delay: 5 },
    { type: 'limit', callId: call.id, ...operation, attempt: 2, delay: 6 },
  ]);
});

it('CallContext emits nothing without an observer', () => {
  const client = { clock: new ManualClock(), options: {} };
  expect(() => new CallContext(client, { line }).emit({ type: 'limit', delay: 5 })).not.toThrow();
});

it('CallContext has a short id that no other call has', () => {
  const calls = Array.from({ length: 1000 }, () => create().call);
  expect(new Set(calls.map(({ id }) => id)).size).toBe(1000);
  for (const call of calls) expect(call.id).toMatch(/^[0-9a-z]{1,5}$/);
});

it('CallContext has the parts of its call, and defaults', () => {
  expect(create().call).toMatchObject({
    line,
    operation: undefined,
    streaming: false,
    priority: 'normal',
    attempts: [],
  });
  const init = { line: operation, operation, streaming: true, priority: 'high' } as const;
  expect(create({}, init).call).toMatchObject(init);
});

it('CallContext has the options of its client if the call has none', () => {
  const options = { timeout: 5, deadline: 50, retry: { attempts: 7 } };
  expect(create(options).call.options).toEqual(options);
  expect(create(options, { options: {} }).call.options).toEqual(options);
});

it('CallContext has the options of its call in place of those of its client', () => {
  const client = { timeout: 5, deadline: 50, retry: { attempts: 7 } };
  const options = { timeout: 0, deadline: 60, retry: false } as const;
  expect(create(client, { options }).call.options).toEqual(options);
});

it.each<[string, CallOptions['retry'], CallOptions['retry'], unknown]>([
  ['merged', { attempts: 7, baseDelay: 1 }, { attempts: 2 }, { attempts: 2, baseDelay: 1 }],
  ['disabled', { attempts: 7 }, false, false],
  ['enabled', false, {}, {}],
  ['left unchanged', false, undefined, false],
])('CallContext has retry options that are %s by those of the call', (_, client, given, expected) => {
  expect(create({ retry: client }, { options: { retry: given } }).call.options.retry).toEqual(expected);
});

it('CallContext has a deadline after the time in its options', async () => {
  const { clock, call } = create({ deadline: 70_000 }, { options: { deadline: 1000 } });
  await clock.advance(400);
  expect(call.deadline.remaining()).toBe(600);
  await clock.advance(600);
  expect(() => call.deadline.throwIfExpired()).toThrow('GET /things took longer than its deadline of 1000 ms.');
  expect(create().call.deadline.remaining()).toBe(Number.POSITIVE_INFINITY);
});

it('CallContext has a deadline that an earlier page can start', () => {
  expect(create({ deadline: 1000 }, { end: 250 }).call.deadline.remaining()).toBe(250);
});

it('CallContext has a deadline that ends with the signal of the call', () => {
  const controller = new AbortController();
  const { call } = create({ deadline: 1000 }, { options: { signal: controller.signal } });
  controller.abort(null);
  expect([call.deadline.expired, call.deadline.signal.reason]).toEqual([true, null]);
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});
