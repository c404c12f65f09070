import { describe, expect, it } from 'vitest';
import type { CallOptions } from '../pipeline/call-options.ts';
import type { ClientEvent } from '../pipeline/client-event.ts';
import type { Pagination } from '../pipeline/operation.ts';
import { header } from '../policies/auth/header.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from '../testing/recording-fetch.ts';
import { defineClient } from './define-client.ts';
import { listByLink } from './link-pages.ts';
import type { ClientOptions } from './options.ts';
import type { PagedCall } from './paged-call.ts';

interface Options extends ClientOptions {
  readonly apiKey?: string | undefined;
}
interface Operations {
  list(parameters?: object, options?: CallOptions): PagedCall<unknown, number>;
  search(parameters: object, options?: CallOptions): PagedCall<unknown, number>;
}

/** A client of lists by links, which receives the responses of a script. */
function create(script: ScriptedResponse | readonly ScriptedResponse[], changes: Partial<Pagination> = {}) {
  const pagination: Pagination = { style: 'link', items: [], ...changes };
  const createAcme = defineClient<object, Operations, Options>({
    name: 'createAcme',
    server: 'https://api.example.com/v1',
    operations: {
      list: { method: 'GET', path: '/things/{kind}', pagination, parameters: { team: { in: 'header' } } },
      search: { method: 'POST', path: '/things', body: 'fields', pagination: { ...pagination, items: ['data'] } },
    },
    querySerialization: {},
    features: { lists: { link: listByLink } },
    options: { apiKey: {} },
    credentials: [{ required: ['apiKey'], policy: header(({ apiKey }) => ({ 'X-Key': apiKey })) }],
  });
  const fetch = recordingFetch(script);
  const events: ClientEvent[] = [];
  const clock = new ManualClock();
  const client = createAcme({ apiKey: 's3cret', fetch, clock, observe: (event) => events.push(event) });
  return { client, requests: fetch.requests, events, clock };
}
const linked = (items: unknown, target: string) =>
  Response.json(items, { headers: { Link: `<${target}>; rel="next"` } });
const origin = 'https://api.example.com';

describe('a list by links', () => {
  it('a list by links sends the credentials and headers of the call to the URL of each page', async () => {
    const { client, requests, events } = create([
      linked([1], `${origin}/v1/things/x?page=2#top`),
      linked([2], '?page=3&q={y}'),
      Response.json([3]),
    ]);
    const list = client.list({ kind: 'x', team: 'red', size: 1 }, { headers: { 'X-Trace': 't' } });
    expect(await list.toArray({ limit: 10 })).toEqual([1, 2, 3]);
    expect(requests.map(({ url }) => url)).toEqual([
      `${origin}/v1/things/x?size=1`,
      `${origin}/v1/things/x?page=2`,
      `${origin}/v1/things/x?page=3&q={y}`,
    ]);
    for (const { headers } of requests)
      expect(headers).toMatchObject({ 'x-key': 's3cret', team: 'red', 'x-trace': 't' });
    expect(new Set(events.map(({ path }) => path))).toEqual(new Set(['/things/{kind}']));
  });

  it('a list by links sends the body of the call to each page', async () => {
    const { client, requests } = create([linked({ data: [1] }, '?page=2'), Response.json({ data: [2] })]);
    expect(await client.search({ q: 'x' }).toArray({ limit: 5 })).toEqual([1, 2]);
    expect(requests.map(({ body }) => body)).toEqual(['{"q":"x"}', '{"q":"x"}']);
  });

  it('a list by links retries each page', async () => {
    const failed = new Response(null, { status: 503 });
    const { client, requests, clock } = create([linked([1], '?page=2'), failed, Response.json([2])]);
    expect(await clock.run(client.list({ kind: 'x' }).toArray({ limit: 5 }))).toEqual([1, 2]);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual(['', '?page=2', '?page=2']);
  });

  it('a list by links has no query in the error of a page', async () => {
    const { client } = create([linked([1], '?page=s3cret-cursor'), new Response(null, { status: 404 })]);
    const error = await client
      .list({ kind: 'x' })
      .toArray({ limit: 5 })
      .catch((cause) => cause);
    expect(error).toMatchObject({ name: 'ApiError', status: 404, path: '/things/{kind}' });
    expect(error.message).not.toContain('cursor');
  });

  it.each([
    ['https://evil.example/things?token=t0p', 'leads to https://evil.example, and the client sends credentials to'],
    ['//evil.example/things', 'leads to https://evil.example, and'],
    ['/\\evil.example/things', 'leads to https://evil.example, and'],
    ['http://api.example.com/things', 'leads to http://api.example.com, and'],
    ['https://api.example.com.evil.example/', 'leads to https://api.example.com.evil.example, and'],
    ['https://api.example.com@evil.example/', 'leads to https://evil.example, and'],
    ['https://user:pass@api.example.com/', 'leads to a URL that is not plain, and'],
    ['blob:https://api.example.com/x', 'leads to a URL that is not plain, and'],
    ['data:application/json,[]', 'leads to a URL that is not plain, and'],
    ['https://[', 'is not a URL'],
  ])('a list by links refuses %s', async (target, message) => {
    const { client, requests } = create([linked([1], target)]);
    const error = await client
      .list({ kind: 'x' })
      .toArray({ limit: 5 })
      .catch((cause) => cause);
    expect(error).toMatchObject({ name: 'PlumblineError' });
    expect(error.message).toContain(message);
    expect(error.message).not.toMatch(/t0p|pass/);
    expect(requests).toHaveLength(1);
  });

  it('a list by links yields the items of a page before it refuses its link', async () => {
    const { client } = create([linked([1, 2], 'https://evil.example/')]);
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of client.list({ kind: 'x' })) items.push(item);
    })();
    await expect(reading).rejects.toThrow('evil.example');
    expect(items).toEqual([1, 2]);
  });

  it.each([
    ['the same page', '/v1/things/x'],
    ['the page before', '?page=2'],
  ])('a list by links throws if a link leads to %s', async (_, target) => {
    const { client, requests } = create([linked([1], '?page=2'), linked([2], '?page=3'), linked([3], target)]);
    await expect(client.list({ kind: 'x' }).toArray({ limit: 9 })).rejects.toMatchObject({
      name: 'PaginationError',
      reason: 'repeated',
      count: 3,
    });
    expect(requests).toHaveLength(3);
  });

  it('two loops over a list by links read the first page once', async () => {
    const { client, requests } = create(({ url }) =>
      url.includes('page') ? Response.json([2]) : linked([1], '?page=2'),
    );
    const list = client.list({ kind: 'x' });
    expect(await Promise.all([list.toArray({ limit: 5 }), list.toArray({ limit: 5 })])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(requests).toHaveLength(3);
  });
});

describe('a list by URLs in the body', () => {
  const next = { items: ['data'], next: ['links', 'next'], more: ['more'] };
  const page = (data: number[], link?: unknown, more?: boolean) => Response.json({ data, links: { next: link }, more });

  it.each<[what: string, link: unknown]>([
    ['a URL', `${origin}/v1/things/x?page=2`],
    ['a path', '/v1/things/x?page=2'],
    ['an object', { href: '/v1/things/x?page=2', meta: {} }],
  ])('a list by URLs in the body follows %s', async (_, link) => {
    const { client, requests } = create([page([1], link), page([2])], next);
    expect(await client.list({ kind: 'x' }).toArray({ limit: 9 })).toEqual([1, 2]);
    expect(requests[1]?.url).toBe(`${origin}/v1/things/x?page=2`);
  });

  it.each([[undefined], [null], [''], [false], [{}], [{ href: null }]])(
    'a list by URLs in the body ends at %j',
    async (link) => {
      const { client, requests } = create([page([1], link)], next);
      expect(await client.list({ kind: 'x' }).toArray({ limit: 9 })).toEqual([1]);
      expect(requests).toHaveLength(1);
    },
  );

  it.each<[reason: string, link: unknown, more: boolean | undefined]>([
    ['malformed', 5, undefined],
    ['malformed', true, undefined],
    ['truncated', null, true],
  ])('a list by URLs in the body throws that it is %s at %j', async (reason, link, more) => {
    const { client } = create([page([1], link, more)], next);
    const reading = client.list({ kind: 'x' }).toArray({ limit: 9 });
    await expect(reading).rejects.toMatchObject({ name: 'PaginationError', reason, count: 1 });
  });

  it('a list by URLs in the body ends where the vendor says that there is no more', async () => {
    const { client } = create([page([1], '?page=2', false)], next);
    expect(await client.list({ kind: 'x' }).toArray({ limit: 9 })).toEqual([1]);
  });
});
