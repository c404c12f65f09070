import { describe, expect, it } from 'vitest';
import { recordingFetch } from './recording-fetch.ts';

const url = 'https://api.example/users?page=2';

it('recordingFetch records method, URL, headers, body, signal and redirect mode of each request', async () => {
  const fetch = recordingFetch(Response.json({}));
  const { signal } = new AbortController();
  await fetch(url, { method: 'POST', headers: { 'X-Key': 'k3y' }, body: '{"a":1}', signal, redirect: 'manual' });
  await fetch(new URL(url));
  expect(fetch.requests).toEqual([
    { method: 'POST', url, headers: { 'x-key': 'k3y' }, body: '{"a":1}', signal, redirect: 'manual' },
    { method: 'GET', url, headers: {}, body: null, signal: null, redirect: 'follow' },
  ]);
  expect(fetch.requests[0]?.signal).toBe(signal);
});

it('recordingFetch keeps the headers as they were, though the caller changes them afterwards', async () => {
  const fetch = recordingFetch(Response.json({}));
  const headers = new Headers({ 'X-Key': 'first' });
  await fetch(url, { headers });
  headers.set('X-Key', 'second');
  expect(fetch.requests[0]?.headers).toEqual({ 'x-key': 'first' });
});

describe('a script', () => {
  it('a scripted response answers every request, its body included', async () => {
    const fetch = recordingFetch(Response.json({ id: '1' }, { status: 201, headers: { 'X-A': 'b' } }));
    for (let count = 0; count < 3; count++) {
      const response = await fetch(url);
      expect([response.status, response.headers.get('X-A')]).toEqual([201, 'b']);
      expect(await response.json()).toEqual({ id: '1' });
    }
  });

  it('a scripted function decides by the request, and its response is handed over as it is', async () => {
    const response = new Response();
    const fetch = recordingFetch(async (request) => (request.url === url ? response : Response.json(request.headers)));
    expect(await fetch(url)).toBe(response);
    expect(await (await fetch('https://api.example/', { headers: { 'X-Key': 'k3y' } })).json()).toEqual({
      'x-key': 'k3y',
    });
  });

  it('a scripted function sees its own request recorded', async () => {
    const fetch = recordingFetch(() => Response.json(fetch.requests.length));
    await fetch(url);
    expect(await (await fetch(url)).json()).toBe(2);
  });

  it.each([new TypeError('fetch failed'), new DOMException('no', 'AbortError')])(
    'a scripted %o is thrown',
    async (error) => {
      const fetch = recordingFetch(error);
      await expect(fetch(url)).rejects.toBe(error);
      await expect(fetch(url)).rejects.toBe(error);
      expect(fetch.requests).toHaveLength(2);
    },
  );

  it('what a scripted function throws is thrown', async () => {
    const error = new Error('no');
    const fetch = recordingFetch(() => {
      throw error;
    });
    await expect(fetch(url)).rejects.toBe(error);
  });

  it('a list answers one request with each of its entries', async () => {
    const error = new TypeError('fetch failed');
    const same = Response.json('same');
    const fetch = recordingFetch([error, same, () => Response.json('function'), same]);
    await expect(fetch(url)).rejects.toBe(error);
    for (const body of ['same', 'function', 'same']) expect(await (await fetch(url)).json()).toBe(body);
  });

  it('a request beyond the list fails with an error that names it', async () => {
    const fetch = recordingFetch([new Response()]);
    await fetch(url);
    await expect(fetch(url, { method: 'DELETE' })).rejects.toThrow(
      `recordingFetch: no response is left for request 2, DELETE ${url}. The script has 1.`,
    );
    expect(fetch.requests).toHaveLength(2);
  });

  it('an empty list answers no request', async () => {
    await expect(recordingFetch([])(url)).rejects.toThrow('no response is left for request 1');
  });
});

it('recordingFetch throws the reason of a signal that is aborted, and records the request', async () => {
  const fetch = recordingFetch(() => expect.unreachable());
  await expect(fetch(url, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
  expect(fetch.requests).toHaveLength(1);
});
