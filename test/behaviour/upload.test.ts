/** Request bodies of each kind arrive whole over each transport, and an upload that fails ends at once. */
import { createHash } from 'node:crypto';
import { ManualClock } from '@plumbline/runtime/testing';
import { describe, expect, it } from 'vitest';
import { eventually } from './test-client.ts';
import { transports } from './transports.ts';
import { startUploads, streamOf } from './upload-server.ts';

const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const megabyte = new Uint8Array(1_000_000);

describe.each(transports)('over $name', ({ name, options }) => {
  /** Node's own fetch reads the rest of a stream after an abort, so it does not cancel the stream. */
  const cancels = name !== 'fetch';

  it.each([
    ['bytes', () => bytes],
    ['an ArrayBuffer', () => bytes.buffer],
    ['a DataView', () => new DataView(bytes.buffer)],
    ['a Blob', () => new Blob([bytes], { type: 'image/png' })],
    ['a stream', () => new Blob([bytes]).stream()],
  ])('an upload of %s arrives unchanged under the media type of the operation', async (kind, make) => {
    const { client, uploads } = await startUploads(options);
    await client.send({ body: make() });
    expect(uploads).toMatchObject([
      { length: bytes.length, sha256, headers: { 'content-type': 'application/octet-stream' } },
    ]);
    if (kind !== 'a stream') expect(uploads[0]?.headers['content-length']).toBe(String(bytes.length));
  });

  it('a multipart upload of files and fields arrives with its length', async () => {
    const { client, uploads } = await startUploads(options);
    await client.upload({ file: new File(['h\u00e9'], 'a.txt', { type: 'text/plain' }), purpose: 'test' });
    const [upload] = uploads;
    expect(upload?.headers['content-length']).toBe(String(upload?.length));
    const form = await new Response(Buffer.from(upload?.text ?? '', 'latin1'), {
      headers: { 'Content-Type': upload?.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file') as File;
    expect([file.name, file.type, await file.text(), form.get('purpose')]).toEqual([
      'a.txt',
      'text/plain',
      'h\u00e9',
      'test',
    ]);
  });

  it('a multipart upload with JSON arrives with its length', async () => {
    const { client, uploads } = await startUploads(options);
    await client.upload({ file: new Blob(['x']), meta: { a: 1 } });
    const [upload] = uploads;
    expect(upload?.headers['content-length']).toBe(String(upload?.length));
    expect(upload?.text).toMatch(/name="meta"\r\nContent-Type: application\/json\r\n\r\n{"a":1}\r\n/);
  });

  it('a multipart upload of a stream arrives part by part', async () => {
    const { client, uploads } = await startUploads(options);
    await client.upload({ purpose: 'test', file: { data: streamOf(megabyte, 5).stream, name: 'a.bin' } });
    const [upload] = uploads;
    expect(upload?.length).toBeGreaterThan(5_000_000);
    expect(upload?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(upload?.text).toMatch(
      /name="purpose"\r\n\r\ntest\r\n--.+; filename="a.bin"\r\nContent-Type: application\/octet-stream/s,
    );
  });

  it('a form of objects arrives', async () => {
    const { client, uploads } = await startUploads(options);
    await client.submit({ items: [{ price: 'p&q' }] });
    expect(new URLSearchParams(uploads[0]?.text).get('items[0][price]')).toBe('p&q');
  });

  it('a multipart upload without a stream is sent again after a 503, and one with a stream is not', async () => {
    const lengths: number[] = [];
    const { client } = await startUploads({ ...options, retry: { baseDelay: 0 } }, async (request, response) => {
      let length = 0;
      for await (const chunk of request) length += chunk.length;
      lengths.push(length);
      response.writeHead(lengths.length % 2 ? 503 : 200, { 'Content-Type': 'application/json' }).end('{}');
    });
    await client.upload({ file: new Blob([bytes]), meta: {} });
    expect(lengths).toEqual([lengths[0], lengths[0]]);
    await expect(client.upload({ file: new Blob([bytes]).stream() })).rejects.toMatchObject({ status: 503 });
    expect(lengths).toHaveLength(3);
  });

  it('an abort in the middle of an upload ends it and cancels its stream', async () => {
    const { client } = await startUploads(options, () => {});
    const controller = new AbortController();
    const { stream, made, cancelled } = streamOf(megabyte, 100);
    const call = client.upload({ file: stream }, { signal: controller.signal });
    const outcome = call.then(
      () => 'success',
      (error: unknown) => error,
    );
    await eventually(() => made() > 0);
    const reason = new Error('The user has left.');
    controller.abort(reason);
    expect(await outcome).toBe(reason);
    if (cancels) await eventually(() => cancelled() !== undefined);
  });

  it('an upload that the server does not read ends with a TimeoutError', async () => {
    const clock = new ManualClock();
    const { client } = await startUploads({ ...options, clock, timeout: 5000 }, () => {});
    const { stream, made, cancelled } = streamOf(megabyte, 100);
    const outcome = client.upload({ file: stream }).then(
      () => 'success',
      (error: unknown) => error,
    );
    await eventually(() => made() > 0);
    await clock.advance(5000);
    expect(await outcome).toMatchObject({ name: 'TimeoutError' });
    if (cancels) await eventually(() => cancelled() !== undefined);
    // Backpressure: a chunk is made when the server reads.
    if (cancels) expect(made()).toBeLessThan(100);
  });

  it('a 413 before the end of an upload is the error of the call', async () => {
    const { client } = await startUploads(options, (request, response) => {
      request.once('data', () => {
        request.pause();
        response.writeHead(413, { 'Content-Type': 'application/json' }).end('{"message":"too large"}');
      });
    });
    const { stream, cancelled } = streamOf(megabyte, 100);
    await expect(client.upload({ file: stream })).rejects.toMatchObject({ name: 'ApiError', status: 413 });
    if (cancels) await eventually(() => cancelled() !== undefined);
  });

  it('an error of the stream ends the upload', async () => {
    const { client } = await startUploads(options);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('The disk failed.'));
      },
    });
    await expect(client.upload({ file: stream }, { retry: false })).rejects.toMatchObject({ name: 'ConnectionError' });
  });

  it('a stream that is read elsewhere is refused', async () => {
    const { client, uploads } = await startUploads(options);
    const stream = new Blob(['a']).stream();
    stream.getReader();
    await expect(client.upload({ file: stream })).rejects.toThrow('`file` is a stream that is read elsewhere.');
    expect(uploads).toEqual([]);
  });
});
