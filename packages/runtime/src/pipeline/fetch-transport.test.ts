import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { failure } from '../../test/rejections.ts';
import { RequestFactory, type TestRequestInit } from '../../test/request-factory.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { networkError, stalled, truncated } from '../testing/faults.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import { BufferedResponse } from './buffered-response.ts';
import { type Fetch, fetchTransport } from './fetch-transport.ts';

const factory = new RequestFactory();
const send = (script: ScriptedResponse, init?: TestRequestInit) =>
  fetchTransport(recordingFetch(script))(factory.create(init));

it('fetchTransport sends the request unchanged, and follows no redirect', async () => {
  const request = factory.create({
    url: 'https://example.com/x',
    method: 'PUT',
    headers: { a: '1' },
    body: 'b',
  });
  let sent: unknown;
  await fetchTransport(async (url, init) => {
    sent = [url, init];
    return new Response();
  })(request);
  const { signal } = request;
  expect(sent).toEqual([
    'https://example.com/x',
    { method: 'PUT', headers: { a: '1' }, body: 'b', signal, redirect: 'manual' },
  ]);
});

it.each([
  ['a body in a GET', { body: 'a' }],
  ['a stream that is read elsewhere', { method: 'POST', body: lockedStream() }],
  ['a method that fetch forbids', { method: 'TRACE' }],
  ['a URL with credentials', { url: 'https://user:s3cret@example.com/' }],
])('fetchTransport refuses %s as the mistake of the caller, and sends nothing', async (_, init) => {
  const fetch = recordingFetch(Response.json({}));
  const error = await failure(fetchTransport(fetch)(factory.create(init)));
  expect([error.name, error.message.includes('s3cret'), fetch.requests]).toEqual(['PlumblineError', false, []]);
});

function lockedStream(): ReadableStream {
  const stream = new ReadableStream();
  stream.getReader();
  return stream;
}

it('fetchTransport returns a redirect', async () => {
  const redirect = new Response('moved', { status: 307, headers: { Location: 'https://evil.example' } });
  const response = await send(redirect);
  expect([response.status, response.headers.get('Location'), await response.text()]).toEqual([
    307,
    'https://evil.example',
    'moved',
  ]);
});

describe('the body', () => {
  it('fetchTransport reads the body, which can then be read any number of times', async () => {
    const response = await send(Response.json({ a: 1 }, { status: 418 }));
    expect(response).toBeInstanceOf(BufferedResponse);
    expect([await response.json(), await response.text(), response.status]).toEqual([{ a: 1 }, '{"a":1}', 418]);
  });

  it('fetchTransport returns a success of a streaming call unchanged', async () => {
    const given = new Response('text');
    const response = await send(() => given, { streaming: true });
    expect([response, response.bodyUsed]).toEqual([given, false]);
    expect(response).toBe(given);
  });

  it('fetchTransport reads the body of an error of a streaming call', async () => {
    const response = await send(new Response('no', { status: 404 }), { streaming: true });
    expect(response).toBeInstanceOf(BufferedResponse);
    expect(await response.text()).toBe('no');
  });

  it('fetchTransport throws a ConnectionError if the body is truncated', async () => {
    const failing = send(truncated(['{"a"']));
    await expect(failing).rejects.toBeInstanceOf(ConnectionError);
    await expect(failing).rejects.toHaveProperty('cause.message', 'terminated');
  });
});

describe('a failure', () => {
  it('fetchTransport throws a ConnectionError that names the request and the cause', async () => {
    const failing = send(networkError('ECONNRESET'), { url: 'https://example.com/v1/users?key=x' });
    await expect(failing).rejects.toBeInstanceOf(ConnectionError);
    await expect(failing).rejects.toMatchObject({ method: 'GET', path: '/v1/users' });
    await expect(failing).rejects.toMatchObject({ cause: { message: 'fetch failed', cause: { code: 'ECONNRESET' } } });
  });

  it.each<[string, Fetch]>([
    [
      'throws synchronously',
      () => {
        throw new TypeError('no');
      },
    ],
    ['rejects with undefined', () => Promise.reject(undefined)],
  ])('fetchTransport throws a ConnectionError if fetch %s', async (_, fetch) => {
    await expect(fetchTransport(fetch)(factory.create())).rejects.toBeInstanceOf(ConnectionError);
  });

  it('fetchTransport accepts a fetch that returns a response without a promise', async () => {
    const fetch = (() => new Response('text')) as unknown as Fetch;
    expect(await (await fetchTransport(fetch)(factory.create())).text()).toBe('text');
  });

  it('fetchTransport throws an error without the value if a header cannot be sent', async () => {
    const failing = send(new Response(), { headers: { 'x-key': 's3cret\n1' } });
    await expect(failing).rejects.toMatchObject({
      name: 'PlumblineError',
      message: 'The header `x-key` has an invalid name or value.',
    });
  });
});

const deafFetch: Fetch = () => new Promise(() => {});
const deafBody: Fetch = async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));

describe.each([['stop'], [null], [false], [new Error('own')]])('an abort for %s', (reason) => {
  it(`fetchTransport sends nothing after an abort for ${reason}`, async () => {
    const fetch = recordingFetch(() => expect.unreachable());
    const request = factory.create({ options: { signal: AbortSignal.abort(reason) } });
    await expect(fetchTransport(fetch)(request)).rejects.toBe(reason);
    expect(fetch.requests).toEqual([]);
  });

  it.each<[string, Fetch]>([
    ['that pends', recordingFetch(stalled())],
    ['whose body pends', recordingFetch(stalled(['{']))],
    ['that ignores its signal', deafFetch],
    ['whose body ignores its signal', deafBody],
    [
      'that throws another error',
      (_, { signal }) =>
        new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(new DOMException('This operation was aborted', 'AbortError'))),
        ),
    ],
  ])(`fetchTransport throws the reason of an abort for ${reason}, with a fetch %s`, async (_, fetch) => {
    const controller = new AbortController();
    const request = factory.create({ options: { signal: controller.signal } });
    const failing = failure(fetchTransport(fetch)(request));
    await factory.clock.idle();
    controller.abort(reason);
    expect(await failing).toBe(reason);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

it('fetchTransport ends an attempt at its deadline, and aborts the signal of fetch', async () => {
  const own = new RequestFactory();
  const request = own.create();
  const attempt = request.deadline.within(100);
  let seen: AbortSignal | null | undefined;
  const failing = fetchTransport((_, { signal }) => {
    seen = signal;
    return new Promise(() => {});
  })(request.with({ deadline: attempt })).catch((error) => error);
  await own.clock.advance(100);
  expect(await failing).toMatchObject({ name: 'TimeoutError', timeout: 100 });
  expect(seen?.aborted).toBe(true);
});
