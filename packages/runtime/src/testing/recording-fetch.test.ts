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

it('recordingFetch copies the headers, so that later changes have no effect', async () => {
  const fetch = recordingFetch(Response.json({}));
  const headers = new Headers({ 'X-Key': 'first' });
  await fetch(url, { headers });
  headers.set('X-Key', 'second');
  expect(fetch.requests[0]?.headers).toEqual({ 'x-key': 'first' });
});

describe('a script', () => {
  it('recordingFetch responds to every request with a copy of a scripted response', async () => {
    const fetch = recordingFetch(Response.json({ id: '1' }, { status: 201, headers: { 'X-A': 'b' } }));
    for (let count = 0; count < 3; count++) {
      const response = await fetch(url);
      expect([response.status, response.headers.get('X-A')]).toEqual([201, 'b']);
      expect(await response.json()).toEqual({ id: '1' });
    }
  });

  it('recordingFetch returns the response of a scripted function unchanged', async () => {
    const response = new Response();
    const fetch = recordingFetch(async (request) => (request.url === url ? response : Response.json(request.headers)));
    expect(await fetch(url)).toBe(response);
    expect(await (await fetch('https://api.example/', { headers: { 'X-Key': 'k3y' } })).json()).toEqual({
      'x-key': 'k3y',
    });
  });

  it('recordingFetch records a request before it calls a scripted function', async () => {
    const fetch = recordingFetch(() => Response.json(fetch.requests.length));
    await fetch(url);
    expect(await (await fetch(url)).json()).toBe(2);
  });

  it.each([new TypeError('fetch failed'), new DOMException('no', 'AbortError')])(
    'recordingFetch throws a scripted %o',
    async (error) => {
      const fetch = recordingFetch(error);
      await expect(fetch(url)).rejects.toBe(error);
      await expect(fetch(url)).rejects.toBe(error);
      expect(fetch.requests).toHaveLength(2);
    },
  );

  it('recordingFetch throws the error of a scripted function', async () => {
    const error = new Error('no');
    const fetch = recordingFetch(() => {
      throw error;
    });
    await expect(fetch(url)).rejects.toBe(error);
  });

  it('recordingFetch responds to one request with each entry of a list', async () => {
    const error = new TypeError('fetch failed');
    const same = Response.json('same');
    const fetch = recordingFetch([error, same, () => Response.json('function'), same]);
    await expect(fetch(url)).rejects.toBe(error);
    for (const body of ['same', 'function', 'same']) expect(await (await fetch(url)).json()).toBe(body);
  });

  it('recordingFetch throws for a request beyond the list, and names it', async () => {
    const fetch = recordingFetch([new Response()]);
    await fetch(url);
    await expect(fetch(url, { method: 'DELETE' })).rejects.toThrow(
      `recordingFetch: no response is left for request 2, DELETE ${url}. The script has 1.`,
    );
    expect(fetch.requests).toHaveLength(2);
  });

  it('recordingFetch throws for every request with an empty list', async () => {
    await expect(recordingFetch([])(url)).rejects.toThrow('no response is left for request 1');
  });
});

it('recordingFetch throws the reason of a signal that is aborted, and records the request', async () => {
  const fetch = recordingFetch(() => expect.unreachable());
  await expect(fetch(url, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough');
  expect(fetch.requests).toHaveLength(1);
});
