import { describe, expect, it, onTestFinished } from 'vitest';
import type { EncodingDefinition } from '../pipeline/operation.ts';
import { bytesBody } from './binary.ts';
import { multipartBody } from './multipart.ts';

type Encoding = Readonly<Record<string, EncodingDefinition>>;

/** Serializes a body, and reads it as a server does. The boundary is written as `x`. */
async function serialize(body: unknown, encoding?: Encoding): Promise<{ kind: string; text: string }> {
  const headers: Record<string, string> = { 'content-type': 'multipart/form-data' };
  const serialized = multipartBody('/a', '', body, headers, encoding);
  const request = new Request('https://a.test', {
    method: 'POST',
    body: serialized,
    headers,
    duplex: 'half',
  } as RequestInit);
  const [, boundary = ''] = /boundary=(.+)/.exec(request.headers.get('content-type') ?? '') ?? [];
  expect(boundary.length).toBeGreaterThan(20);
  return { kind: serialized.constructor.name, text: (await request.text()).replaceAll(boundary, 'x') };
}
const part = (head: string, text: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;

describe('multipartBody', () => {
  it('multipartBody is FormData where every part is a text or a file', async () => {
    const { kind, text } = await serialize({ a: 1, b: ['c', new Date(0)], d: undefined, e: new Blob(['f']) });
    expect(kind).toBe('FormData');
    expect(text.trimEnd()).toBe(
      [
        part('name="a"', '1'),
        part('name="b"', 'c'),
        part('name="b"', '1970-01-01T00:00:00.000Z'),
        part('name="e"; filename="blob"\r\nContent-Type: application/octet-stream', 'f'),
        '--x--',
      ].join(''),
    );
  });

  it('multipartBody writes the same bytes as FormData', async () => {
    const body = { 'n"\r\n': 'a\nb\rc\r\nd', file: new File(['x\ny'], 'f"\n.txt', { type: 'text/plain' }) };
    const form = await serialize(body);
    const blob = await serialize({ ...body, json: {} });
    expect([form.kind, blob.kind]).toEqual(['FormData', 'Blob']);
    const json = part('name="json"\r\nContent-Type: application/json', '{}');
    expect(blob.text.replace(json, '')).toBe(`${form.text.trimEnd()}\r\n`);
  });

  it('multipartBody is a stream where a part is a stream, with the parts in their order', async () => {
    const stream = new Blob(['streamed']).stream();
    const { kind, text } = await serialize({ a: '1', file: { data: stream, name: 'n', type: 'Text/CSV' }, z: '2' });
    expect(kind).toBe('ReadableStream');
    expect(text).toBe(
      [
        part('name="a"', '1'),
        part('name="file"; filename="n"\r\nContent-Type: text/csv', 'streamed'),
        part('name="z"', '2'),
        '--x--\r\n',
      ].join(''),
    );
  });

  it('multipartBody uses the media types of the encoding where the caller has none', async () => {
    const encoding = {
      a: { contentType: 'image/png, image/gif' },
      b: { contentType: 'image/*' },
      c: { contentType: 'text/csv' },
    };
    const { text } = await serialize(
      { a: [new Uint8Array([65]), new Blob(['B'], { type: 'image/gif' })], b: new ArrayBuffer(1), c: 'd' },
      encoding,
    );
    expect(text.match(/Content-Type: .+/g)).toEqual([
      'Content-Type: image/png',
      'Content-Type: image/gif',
      'Content-Type: application/octet-stream',
      'Content-Type: text/csv',
    ]);
  });

  it('multipartBody leaves FormData unchanged, and no media type without its boundary', () => {
    const headers = { 'content-type': 'multipart/form-data' };
    const body = new FormData();
    expect(multipartBody('/a', 'body', body, headers)).toBe(body);
    expect(headers).toEqual({});
  });

  it('multipartBody lets no name or media type begin a header', async () => {
    const data = new Blob(['x']).stream();
    const { text } = await serialize({ file: { data, name: 'a"\r\nX-Evil: 1', type: 'a/b\r\nX-Evil: 1' } });
    expect(text).not.toMatch(/^X-Evil/m);
  });

  it('multipartBody cancels the streams that it has not read', async () => {
    const cancelled: unknown[] = [];
    const make = (name: string) =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new Uint8Array(1)),
        cancel: (reason) => void cancelled.push([name, reason]),
      });
    const stream = multipartBody('/a', '', { a: make('a'), b: make('b') }, {}) as ReadableStream<Uint8Array>;
    const reader = stream.getReader();
    for (let count = 0; count < 10; count++) await reader.read();
    await reader.cancel('late');
    expect(cancelled).toEqual([
      ['a', 'late'],
      ['b', 'late'],
    ]);
  });

  const locked = new Blob(['a']).stream();
  locked.getReader();
  it.each<[body: unknown, message: string]>([
    [{ a: null }, '/a: `a` cannot be sent.'],
    [{ a: [Number.NaN] }, '/a: `a[0]` cannot be sent.'],
    [{ a: { b: Number.NaN } }, '/a: `a.b` cannot be sent as JSON.'],
    [{ a: locked }, '/a: `a` is a stream that is read elsewhere.'],
    [{ a: { data: new Blob([]), name: 5 } }, '/a: `a.name` must be a string.'],
    ['text', 'must be an object or FormData'],
  ])('multipartBody refuses %o', (body, message) => {
    expect(() => multipartBody('/a', '', body, {})).toThrow(message);
  });
});

describe('bytesBody', () => {
  it.each([
    ['of a Blob', new Blob([], { type: 'image/png' }), 'image/*', 'image/png'],
    ['of bytes, which is octet-stream', new Uint8Array(1), '*/*', 'application/octet-stream'],
    ['of the call', new Blob([], { type: 'image/png' }), 'image/gif', 'image/gif'],
  ])('bytesBody names the media type %s', (_, body, given, sent) => {
    const headers = { 'content-type': given };
    expect(bytesBody('/a', 'body', body, headers)).toBe(body);
    expect(headers['content-type']).toBe(sent);
  });

  it('bytesBody and multipartBody refuse a stream where the platform would send its name as text', () => {
    const { Request: original } = globalThis;
    onTestFinished(() => void Object.assign(globalThis, { Request: original }));
    const withText = (url: string, { body }: RequestInit) => new original(url, { method: 'POST', body: String(body) });
    Object.assign(globalThis, {
      Request: function Request(...given: Parameters<typeof withText>) {
        return withText(...given);
      },
    });
    const problem = 'is a stream, which this platform cannot send. Pass a Blob.';
    const stream = new ReadableStream();
    expect(() => bytesBody('/a', 'body', stream, {})).toThrow(`/a: \`body\` ${problem}`);
    expect(() => multipartBody('/a', '', { file: { data: stream } }, {})).toThrow(`/a: \`file\` ${problem}`);
    expect(bytesBody('/a', 'body', 'text', {})).toBe('text');
  });

  it('bytesBody refuses an object', () => {
    expect(() => bytesBody('/a', 'body', {}, {})).toThrow('/a: `body` must be text or bytes.');
  });
});
