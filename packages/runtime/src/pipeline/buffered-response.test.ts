import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BufferedResponse } from './buffered-response.ts';

const text = '{"é":1}';
const bytes = new TextEncoder().encode(text);
const head = (init: ResponseInit = {}, url = 'https://api.example.com/things') => {
  const { status, statusText, headers } = new Response(null, init);
  return { status, statusText, headers, url };
};
const json = { headers: { 'Content-Type': 'application/json; charset=utf-8' } };

describe.each([
  ['text', text],
  ['bytes', bytes],
])('a BufferedResponse of %s', (name, body) => {
  const create = () => new BufferedResponse(head(json), body);

  it(`BufferedResponse of ${name} can be read by each method, any number of times`, async () => {
    const response = create();
    for (let read = 0; read < 2; read++) {
      expect(await response.text()).toBe(text);
      expect(await response.json()).toEqual({ é: 1 });
      expect(await response.bytes()).toEqual(bytes);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
      const blob = await response.blob();
      expect([blob.type, await blob.text()]).toEqual([(await new Response(body, json).blob()).type, text]);
      expect(await new Response(response.body).text()).toBe(text);
      expect(response.bodyUsed).toBe(false);
    }
  });

  it(`BufferedResponse of ${name} returns a copy of its bytes at each read`, async () => {
    const response = create();
    (await response.bytes()).fill(0);
    new Uint8Array(await response.arrayBuffer()).fill(0);
    expect(await response.text()).toBe(text);
  });

  it(`BufferedResponse of ${name} returns a new stream at each access to its body`, async () => {
    const response = create();
    const first = response.body;
    await first?.cancel();
    expect(response.body).not.toBe(first);
    expect(await new Response(response.body).text()).toBe(text);
  });
});

it('BufferedResponse is its own clone', () => {
  const response = new BufferedResponse(head(), text);
  expect(response.clone()).toBe(response);
});

it('BufferedResponse throws a SyntaxError if its body is not JSON', async () => {
  await expect(new BufferedResponse(head(), '<html>').json()).rejects.toBeInstanceOf(SyntaxError);
  await expect(new BufferedResponse(head(), '').json()).rejects.toBeInstanceOf(SyntaxError);
});

it('BufferedResponse reads a form by its media type', async () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  expect((await new BufferedResponse(head({ headers }), 'a=1').formData()).get('a')).toBe('1');
});

it('BufferedResponse decodes bytes as a platform Response does, without a byte order mark', async () => {
  const marked = new TextEncoder().encode('\uFEFFabc');
  expect(await new BufferedResponse(head(), marked).text()).toBe(await new Response(marked).text());
  const invalid = Uint8Array.of(0x61, 0xff);
  expect(await new BufferedResponse(head(), invalid).text()).toBe(await new Response(invalid).text());
});

it.each([[''], [new Uint8Array()]])('BufferedResponse has no body if the text or bytes are empty: %o', async (body) => {
  const response = new BufferedResponse(head(), body);
  expect([response.body, await response.text(), (await response.bytes()).length]).toEqual([null, '', 0]);
});

it.each([
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [404, false],
  [599, false],
])('BufferedResponse has the parts of its head, with ok for status %d: %s', (status, ok) => {
  const given = head({ status, statusText: 'Why', headers: { 'X-A': '1' } });
  const response = new BufferedResponse(given, '');
  expect([response.status, response.ok, response.statusText, response.url]).toEqual([status, ok, 'Why', given.url]);
  expect(response.headers).toBe(given.headers);
  expect([response.type, response.redirected]).toEqual(['basic', false]);
});

it('BufferedResponse with status 0 is not ok', () => {
  expect(new BufferedResponse({ ...head(), status: 0 }, '').ok).toBe(false);
});

it('BufferedResponse is an instance of Response, and can be logged and used as an init', async () => {
  const response = new BufferedResponse(head({ status: 201, headers: { 'X-A': '1' } }), text);
  expect(response).toBeInstanceOf(Response);
  expect(Object.prototype.toString.call(response)).toBe('[object Response]');
  expect(inspect(response)).toContain('201');
  const copy = new Response(response.body, response);
  expect([copy.status, copy.headers.get('X-A'), await copy.text()]).toEqual([201, '1', text]);
});
