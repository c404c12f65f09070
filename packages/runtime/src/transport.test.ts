import { expect, it } from 'vitest';
import { ConnectionError } from './connection-error.ts';
import { PlainRequest } from './plain-request.ts';
import { transport } from './transport.ts';

it('hands the request over as it is, and follows no redirect', async () => {
  const { signal } = new AbortController();
  const headers = new Headers({ a: '1' });
  const answer = new Response();
  let sent: unknown;
  const send = transport(async (url, init) => {
    sent = [url, init];
    return answer;
  });
  expect(await send(new PlainRequest('https://example.com/x', { method: 'PUT', headers, body: 'b', signal }))).toBe(
    answer,
  );
  expect(sent).toEqual(['https://example.com/x', { method: 'PUT', headers, body: 'b', signal, redirect: 'manual' }]);
});

it('gives a redirect back', async () => {
  const redirect = new Response(null, { status: 307, headers: { Location: 'https://evil.example' } });
  expect(await transport(async () => redirect)(new PlainRequest('https://example.com'))).toBe(redirect);
});

it('names what went wrong', async () => {
  const cause = new TypeError('fetch failed');
  const request = new PlainRequest('https://example.com/v1/users?key=x');
  const failing = transport(() => Promise.reject(cause))(request);
  await expect(failing).rejects.toBeInstanceOf(ConnectionError);
  await expect(failing).rejects.toMatchObject({ method: 'GET', path: '/v1/users' });
  await expect(failing).rejects.toHaveProperty('cause.message', 'fetch failed');
});

it('catches a fetch that throws at once', async () => {
  const send = transport(() => {
    throw new TypeError('no');
  });
  await expect(send(new PlainRequest('https://example.com'))).rejects.toBeInstanceOf(ConnectionError);
});

it.each([['stop'], [null], [false]])('raises the reason of an abort, whatever fetch made of it: %s', async (reason) => {
  const signal = AbortSignal.abort(reason);
  const send = transport(() => Promise.reject(new DOMException('This operation was aborted', 'AbortError')));
  await expect(send(new PlainRequest('https://example.com', { signal }))).rejects.toBe(reason);
});
