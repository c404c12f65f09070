/** Policies of the caller run within the deadline and the signal of the call. */
import { getEventListeners } from 'node:events';
import type { Policy } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { reset, respond, stallInBody } from './steps.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { subjects } from './transports.ts';

const reason = new Error('The user has left.');
const never = new Promise<never>(() => {});
const places = ['call', 'attempt'] as const;

/** Waits and ignores every signal. */
const sleep = ({ clock }: TestClient, milliseconds: number) =>
  new Promise<void>((resolve) => clock.after(milliseconds, resolve));

describe.each(subjects)('$name', (subject) => {
  const { secrets } = subject.vendor;

  it('a call policy runs once for a retried call, an attempt policy once for each attempt', async () => {
    const seen: string[] = [];
    const note =
      (place: string): Policy =>
      async (request, next) => {
        if (!request.call.operation) return next(request);
        seen.push(`${place} sends ${request.method}`);
        const { status } = await next(request);
        seen.push(`${place} receives ${status}`);
        return new Response('{"id":"1"}', { status, headers: { 'Content-Type': 'application/json' } });
      };
    const client = await createTestClient(subject, {
      policies: { call: [note('first'), note('second')], attempt: [note('attempt')] },
    });
    client.onRead(respond(503, {}), respond(200, { id: '1' }));
    await client.clock.run(client.read());
    expect(seen).toEqual([
      ...['first sends GET', 'second sends GET'],
      ...['attempt sends GET', 'attempt receives 503'],
      ...['attempt sends GET', 'attempt receives 200'],
      ...['second receives 200', 'first receives 200'],
    ]);
  });

  it('an attempt policy receives the credentials, a call policy does not', async () => {
    const headers: Record<string, string> = {};
    const note =
      (place: string): Policy =>
      (request, next) => {
        if (request.call.operation) headers[place] = JSON.stringify([request.headerRecord, [...request.headers]]);
        return next(request);
      };
    const client = await createTestClient(subject, { policies: { call: [note('call')], attempt: [note('attempt')] } });
    await client.clock.run(client.read());
    expect(secrets.filter((secret) => headers.attempt?.includes(secret))).not.toEqual([]);
    expect(secrets.filter((secret) => headers.call?.includes(secret))).toEqual([]);
  });

  it('a header that an attempt policy sets is sent with its attempt', async () => {
    let count = 0;
    const sign: Policy = (request, next) =>
      next(request.call.operation ? request.withHeaders({ 'X-Signature': `signature ${++count}` }) : request);
    const client = await createTestClient(subject, { policies: { attempt: [sign] } });
    client.onRead(respond(503, {}), reset('in the body'), respond(200, { id: '1' }));
    await client.clock.run(client.read());
    const sent = client.server.at(subject.vendor.readPath).map(({ headers }) => headers['x-signature']);
    expect(sent).toEqual(['signature 1', 'signature 2', 'signature 3']);
  });

  it.each(places)('a policy at `%s` reads a body that the caller reads as well', async (place) => {
    const bodies: string[] = [];
    const read: Policy = async (request, next) => {
      const response = await next(request);
      if (request.call.operation) bodies.push(await response.text(), await response.clone().text());
      return response;
    };
    const client = await createTestClient(subject, { policies: { [place]: [read] } });
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(bodies).toEqual(['{"id":"1"}', '{"id":"1"}']);
  });

  it('a call policy that responds by itself sends nothing', async () => {
    const cached: Policy = async () => Response.json({ id: 'cached' });
    const client = await createTestClient(subject, { policies: { call: [cached] } });
    expect(await client.clock.run(client.read())).toEqual({ id: 'cached' });
    expect(client.server.arrivals).toEqual([]);
    expect(client.clock.pending).toBe(0);
  });

  it('a call policy may send its request twice', async () => {
    const again: Policy = async (request, next) => {
      const response = await next(request);
      return response.status === 404 ? next(request) : response;
    };
    const client = await createTestClient(subject, { policies: { call: [again] } });
    client.onRead(respond(404, {}), respond(503, {}), respond(200, { id: '1' }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.reads).toBe(3);
    expect(client.clock.pending).toBe(0);
  });

  it.each(places)('the error of a policy at `%s` ends the call unchanged, without a retry', async (place) => {
    const error = new Error('The signature failed.');
    const fail: Policy = (request, next) => (request.call.operation ? Promise.reject(error) : next(request));
    const client = await createTestClient(subject, { policies: { [place]: [fail] } });
    expect(await client.failure(client.read())).toBe(error);
    expect(client.reads).toBe(0);
    expect(client.clock.pending).toBe(0);
  });

  it.each(places)('a policy at `%s` that never sends its request ends exactly at the deadline', async (place) => {
    const client = await createTestClient(subject, { deadline: 12_345, policies: { [place]: [() => never] } });
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
    expect(client.server.arrivals).toEqual([]);
    expect(client.clock.pending).toBe(0);
  });

  it.each(places)('a policy at `%s` that never returns its response ends exactly at the deadline', async (place) => {
    const hang: Policy = async (request, next) => {
      const response = await next(request);
      return request.call.operation ? never : response;
    };
    const client = await createTestClient(subject, { policies: { [place]: [hang] } });
    const error = await client.failure(client.read({ deadline: 12_345 }));
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
    expect(client.reads).toBe(1);
    expect(client.clock.pending).toBe(0);
  });

  it.each(places)('a slow policy at `%s` ends exactly at the deadline, and sends nothing after it', async (place) => {
    const slow: Policy = async (request, next) => {
      await sleep(client, 20_000);
      return next(request);
    };
    const client: TestClient = await createTestClient(subject, { deadline: 12_345, policies: { [place]: [slow] } });
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
    await client.clock.advance(60_000);
    expect(client.reads).toBe(0);
    // A token request continues, because other calls may wait for it.
    if (place === 'call') expect(client.tokens).toBe(0);
    expect(client.clock.pending).toBe(0);
  });

  it.each(places)('a slow policy at `%s` and a stalled body share one deadline', async (place) => {
    const slow: Policy = async (request, next) => {
      if (request.call.operation) await sleep(client, 5000);
      return next(request);
    };
    const client: TestClient = await createTestClient(subject, { deadline: 12_345, policies: { [place]: [slow] } });
    client.onRead(stallInBody);
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(client.clock.now()).toBe(12_345);
    expect(client.server.at(subject.vendor.readPath).map(({ time }) => time)).toEqual([5000]);
    expect(client.clock.pending).toBe(0);
  });

  it.each(places)('an abort ends a policy at `%s` that never sends its request', async (place) => {
    const client = await createTestClient(subject, { policies: { [place]: [() => never] } });
    const controller = new AbortController();
    const { signal } = controller;
    const failure = client.failure(client.read({ signal }));
    await client.clock.idle();
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(client.clock.now()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(client.clock.pending).toBe(0);
    expect(client.server.arrivals).toEqual([]);
  });

  it('a call with an aborted signal runs no policy', async () => {
    let count = 0;
    const note: Policy = (request, next) => {
      count++;
      return next(request);
    };
    const client = await createTestClient(subject, { policies: { call: [note], attempt: [note] } });
    expect(await client.failure(client.read({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(count).toBe(0);
  });

  it.each(places)('a policy at `%s` receives a signal that aborts at the deadline', async (place) => {
    const reasons: unknown[] = [];
    const listen: Policy = (request, next) => {
      if (!request.call.operation) return next(request);
      const { signal } = request;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason);
          reject(signal.reason);
        });
      });
    };
    const client = await createTestClient(subject, { deadline: 12_345, policies: { [place]: [listen] } });
    const error = await client.failure(client.read());
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 12_345 });
    expect(reasons).toEqual([error]);
    expect(client.clock.pending).toBe(0);
  });
});
