/** An unexpected response body gives a result or a typed error, never a crash or a false success. */
import { describe, expect, it } from 'vitest';
import { respond } from './steps.ts';
import { createTestClient } from './test-client.ts';
import { subjects } from './transports.ts';

describe.each(subjects)('$name', (subject) => {
  it('a call resolves with the body of a success', async () => {
    const { read, clock } = await createTestClient(subject);
    expect(await clock.run(read())).toEqual({ id: '1' });
    expect(clock.pending).toBe(0);
  });

  it('a 500 with an empty body throws an ApiError with its status', async () => {
    const { onWrite, write, failure } = await createTestClient(subject);
    onWrite(respond(500));
    expect(await failure(write())).toMatchObject({ name: 'ApiError', status: 500, body: undefined });
  });

  it('a 503 with the body {} is an error', async () => {
    const { onRead, read, clock } = await createTestClient(subject, { retry: false });
    onRead(respond(503, {}));
    await expect(clock.run(read())).rejects.toMatchObject({ name: 'ApiError', status: 503, body: {} });
    expect(await clock.run(read().result())).toMatchObject({ ok: false, status: 503, error: {} });
  });

  it('a 200 with HTML throws an ApiError with the text', async () => {
    const { onRead, read, failure, clock } = await createTestClient(subject);
    const html = '<!doctype html><title>Down for maintenance</title>';
    onRead(respond(200, html, { 'Content-Type': 'text/html' }));
    expect(await failure(read())).toMatchObject({ name: 'ApiError', status: 200, body: html });
    expect(await clock.run(read().result())).toMatchObject({ ok: false, status: 200, error: html });
  });

  it('a 200 with malformed JSON throws an ApiError with the text', async () => {
    const { onRead, read, failure } = await createTestClient(subject);
    onRead(respond(200, '{"id":', { 'Content-Type': 'application/json' }));
    expect(await failure(read())).toMatchObject({ name: 'ApiError', status: 200, body: '{"id":' });
  });

  it('a call whose response is a 204 resolves with undefined', async () => {
    const { onRead, read, clock } = await createTestClient(subject);
    onRead(respond(204));
    expect(await clock.run(read())).toBeUndefined();
    expect(await clock.run(read().result())).toMatchObject({ ok: true, status: 204, data: undefined });
    expect(clock.pending).toBe(0);
  });
});
