/** What a body may be instead of what was asked for: each is a result or a typed error, never a crash, never a wrong success. */
import { describe, expect, it } from 'vitest';
import { subjects } from './clients.ts';
import { stage } from './scene.ts';
import { answer } from './steps.ts';

describe.each(subjects)('$name', (subject) => {
  it('gives the body of a success', async () => {
    const { read, clock } = await stage(subject);
    expect(await clock.run(read())).toEqual({ id: '1' });
    expect(clock.pending).toBe(0);
  });

  it('raises a 500 with an empty body as an error, and gives its status', async () => {
    const { onWrite, write, failure } = await stage(subject);
    onWrite(answer(500));
    expect(await failure(write())).toMatchObject({ name: 'ApiError', status: 500, body: undefined });
  });

  it('never takes a 503 with the body {} for a success', async () => {
    const { onRead, read, clock } = await stage(subject, { retry: false });
    onRead(answer(503, {}));
    await expect(clock.run(read())).rejects.toMatchObject({ name: 'ApiError', status: 503, body: {} });
    expect(await clock.run(read().result())).toMatchObject({ ok: false, status: 503, error: {} });
  });

  it('takes a 200 with HTML for an error that shows the text', async () => {
    const { onRead, read, failure, clock } = await stage(subject);
    const html = '<!doctype html><title>Down for maintenance</title>';
    onRead(answer(200, html, { 'Content-Type': 'text/html' }));
    expect(await failure(read())).toMatchObject({ name: 'ApiError', status: 200, body: html });
    expect(await clock.run(read().result())).toMatchObject({ ok: false, status: 200, error: html });
  });

  it('takes malformed JSON for an error that shows the text', async () => {
    const { onRead, read, failure } = await stage(subject);
    onRead(answer(200, '{"id":', { 'Content-Type': 'application/json' }));
    expect(await failure(read())).toMatchObject({ name: 'ApiError', status: 200, body: '{"id":' });
  });

  it('gives nothing for a 204', async () => {
    const { onRead, read, clock } = await stage(subject);
    onRead(answer(204));
    expect(await clock.run(read())).toBeUndefined();
    expect(await clock.run(read().result())).toMatchObject({ ok: true, status: 204, data: undefined });
    expect(clock.pending).toBe(0);
  });
});
