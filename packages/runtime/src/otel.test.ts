/** Spans and metrics by OpenTelemetry's conventions for HTTP clients, recorded by its own SDK. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it } from 'vitest';
import { fixedClient, fixedHeader } from '../test/credentials.ts';
import { failure } from '../test/rejections.ts';
import { recordTelemetry } from '../test/telemetry.ts';
import type { Call } from './client/call.ts';
import { type ClientParts, createClient } from './client/create-client.ts';
import type { ClientOptions } from './client/options.ts';
import { type OpenTelemetryOptions, openTelemetry } from './otel.ts';
import type { CallOptions } from './pipeline/call-options.ts';
import type { Policy } from './pipeline/policy.ts';
import { chunked, networkError, stalled } from './testing/faults.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { recordingFetch, type ScriptedResponse } from './testing/recording-fetch.ts';

interface Thing {
  responses: { 200: { content: { 'application/json': { id: string } } } };
}
interface Operations {
  get(parameters: { id: string; q?: string }, options?: CallOptions): Call<Thing>;
}
interface paths {
  '/things/{id}': {
    get: { parameters: { path: { id: string }; query: { q: string } }; responses: Thing['responses'] };
  };
}

const telemetry = recordTelemetry();
const found = Response.json({ id: '1' });
const status = (code: number) => new Response(null, { status: code });
const operations: ClientParts['operations'] = { get: { method: 'GET', path: '/things/{id}' } };
const base = { 'http.request.method': 'GET', 'server.address': 'api.example.com', 'server.port': 443 };
const span = { ...base, 'url.full': 'https://api.example.com/v1/things/{id}' };

interface Setup extends Omit<ClientOptions, 'clock'> {
  readonly parts?: Partial<ClientParts>;
  readonly telemetryOptions?: OpenTelemetryOptions;
  /** A policy inside that of OpenTelemetry. */
  readonly inner?: Policy;
}

/** A client with the policy of OpenTelemetry, of a vendor that responds by the script. */
function clientOf(script: ScriptedResponse | readonly ScriptedResponse[], setup: Setup = {}) {
  const { parts, telemetryOptions, inner, ...options } = setup;
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const client = createClient<paths, Operations>(
    {
      baseUrl: 'https://api.example.com/v1',
      operations,
      querySerialization: {},
      auth: fixedHeader({ 'X-Key': 'k3y' }),
      ...parts,
    },
    { fetch, ...options, clock, policies: { attempt: [openTelemetry(telemetryOptions), ...(inner ? [inner] : [])] } },
  );
  return { ...client, clock, requests: fetch.requests };
}
const failed = { code: SpanStatusCode.ERROR };
const idOf = (recorded: ReadableSpan | undefined) => recorded?.spanContext().spanId;

describe('a span', () => {
  it('openTelemetry records a client span and a duration for a success', async () => {
    const { clock, get } = clientOf(() => {
      clock.time += 70;
      return found.clone();
    });
    await get({ id: 'mary', q: 's3cret' });
    const [recorded, ...others] = telemetry.spans();
    expect(others).toEqual([]);
    expect(recorded).toMatchObject({
      name: 'GET /things/{id}',
      kind: SpanKind.CLIENT,
      status: { code: SpanStatusCode.UNSET },
      instrumentationScope: { name: '@plumbline/runtime' },
      events: [],
    });
    expect(recorded?.attributes).toEqual({ ...span, 'http.response.status_code': 200 });
    const boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
    expect(await telemetry.series()).toEqual([
      { attributes: { ...base, 'http.response.status_code': 200 }, count: 1, sum: 0.07, boundaries },
    ]);
  });

  it.each([404, 422, 500])('openTelemetry records status %i as an error', async (code) => {
    const { get } = clientOf(status(code), { retry: false });
    await get({ id: 'mary' }).result();
    const outcome = { 'http.response.status_code': code, 'error.type': `${code}` };
    expect(telemetry.spans()).toMatchObject([{ status: failed, attributes: { ...span, ...outcome } }]);
    expect(await telemetry.series()).toMatchObject([{ count: 1, attributes: { ...base, ...outcome } }]);
  });

  it('openTelemetry records a redirect as no error', async () => {
    const { get } = clientOf(status(302));
    await get({ id: 'mary' }).result();
    expect(telemetry.spans()[0]?.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(telemetry.spans()[0]?.attributes).toEqual({ ...span, 'http.response.status_code': 302 });
  });

  it.each<[string, ScriptedResponse, string]>([
    ['a system code', networkError('ECONNREFUSED'), 'ECONNREFUSED'],
    ['no code', new TypeError('s3cret'), 'ConnectionError'],
    ['no response in time', stalled([]), 'TimeoutError'],
  ])('openTelemetry records the type of an error with %s', async (_, response, type) => {
    const { clock, get } = clientOf(response, { retry: false, timeout: 1000 });
    await failure(clock.run(get({ id: 'mary' })));
    const outcome = { ...span, 'error.type': type };
    expect(telemetry.spans()).toMatchObject([{ status: failed, events: [] }]);
    expect(telemetry.spans()[0]?.attributes).toEqual(outcome);
    expect(await telemetry.series()).toMatchObject([{ count: 1, attributes: { ...base, 'error.type': type } }]);
  });

  it.each<[unknown, string]>([
    [undefined, 'AbortError'],
    [new RangeError('s3cret'), 'RangeError'],
    ['s3cret', '_OTHER'],
    [{ name: 'a long text\nwith s3crets' }, '_OTHER'],
  ])('openTelemetry records the type of the abort reason %s', async (reason, type) => {
    const controller = new AbortController();
    const { clock, get } = clientOf(stalled([]));
    const failing = failure(get({ id: 'mary' }, { signal: controller.signal }));
    await clock.idle();
    controller.abort(reason);
    await failing;
    expect(telemetry.spans().map(({ attributes }) => attributes['error.type'])).toEqual([type]);
  });

  it('openTelemetry records a span for each attempt and counts the retries', async () => {
    const { clock, get } = clientOf([status(503), networkError('ECONNRESET'), found]);
    await clock.run(get({ id: 'mary' }));
    const counts = telemetry.spans().map(({ attributes }) => attributes['http.request.resend_count']);
    expect(counts).toEqual([undefined, 1, 2]);
    const outcomes = (await telemetry.series()).map(({ attributes }) => attributes['error.type']);
    expect(outcomes).toEqual(['503', 'ECONNRESET', undefined]);
  });

  it('openTelemetry records a span for each token request, and counts the replay after a 401', async () => {
    const tokenUrl = 'https://auth.example.com:8443/oauth2/token';
    const token = Response.json({ access_token: 't0ken' });
    const { clock, get } = clientOf([token, status(401), token, found], {
      parts: { auth: fixedClient({ tokenUrl, parameters: { client_secret: 's3cret' } }) },
    });
    await clock.run(get({ id: 'mary' }));
    const seen = telemetry.spans().map(({ name, attributes }) => [name, attributes['http.request.resend_count']]);
    expect(seen).toEqual([
      ['POST /oauth2/token', undefined],
      ['GET /things/{id}', undefined],
      ['POST /oauth2/token', undefined],
      ['GET /things/{id}', 1],
    ]);
    expect(telemetry.spans()[0]?.attributes).toEqual({
      'http.request.method': 'POST',
      'server.address': 'auth.example.com',
      'server.port': 8443,
      'url.full': tokenUrl,
      'http.response.status_code': 200,
    });
  });

  it('openTelemetry names a request of `client.api` by its method, because its path has values', async () => {
    const { api } = clientOf(found);
    await api.GET('/things/{id}', { params: { path: { id: 'mary' }, query: { q: 's3cret' } } });
    expect(telemetry.spans()).toMatchObject([
      { name: 'GET', attributes: { 'url.full': 'https://api.example.com/v1/things/mary' } },
    ]);
  });

  it('openTelemetry records an unknown method as `_OTHER`', async () => {
    const { api } = clientOf(found);
    await (api.request as (method: string, path: string) => Promise<unknown>)('purge', '/things');
    expect(telemetry.spans()).toMatchObject([{ name: 'HTTP', attributes: { 'http.request.method': '_OTHER' } }]);
  });

  it.each([
    ['http://[::1]:8080', '::1', 8080],
    ['http://localhost', 'localhost', 80],
  ])('openTelemetry records the host and the port of %s', async (baseUrl, address, port) => {
    const { get } = clientOf(found, { parts: { baseUrl } });
    await get({ id: 'mary' });
    const { attributes } = telemetry.spans()[0] as ReadableSpan;
    expect([attributes['server.address'], attributes['server.port']]).toEqual([address, port]);
    expect(attributes['url.full']).toBe(`${baseUrl}/things/{id}`);
  });

  it('openTelemetry records `url.template` with its option alone', async () => {
    const { get } = clientOf(found, { telemetryOptions: { urlTemplate: true } });
    await get({ id: 'mary' });
    const template = { 'url.template': '/things/{id}' };
    expect(telemetry.spans()).toMatchObject([{ attributes: template }]);
    expect(await telemetry.series()).toMatchObject([{ attributes: template }]);
  });

  it('openTelemetry ends the span of a stream when its headers arrive', async () => {
    const { get } = clientOf(chunked(['{"id":', '"1"}']));
    for await (const bytes of get({ id: 'mary' }).stream()) {
      expect(bytes.length).toBeGreaterThan(0);
      expect(telemetry.spans()).toHaveLength(1);
    }
  });

  it('openTelemetry records no query, header, body or path parameter', async () => {
    const { clock, get } = clientOf([status(503), networkError('ECONNRESET'), Response.json({ id: 'b0dy' })], {
      parts: { auth: (request, next) => next(request.with({ url: `${request.url}&key=k3y` })) },
      headers: { 'X-Key': 'k3y' },
    });
    await clock.run(get({ id: 's3cret/s3cret', q: 's3cret' }));
    const recorded = telemetry
      .spans()
      .map(({ name, attributes, events, status }) => [name, attributes, events, status]);
    const text = JSON.stringify([recorded, await telemetry.series()]);
    expect(recorded).toHaveLength(3);
    for (const secret of ['s3cret', 'k3y', 'b0dy']) expect(text).not.toContain(secret);
  });
});

describe('the context', () => {
  const tracer = () => trace.getTracer('test');

  it('openTelemetry makes the spans of all attempts children of the active span, and siblings', async () => {
    const { clock, get } = clientOf([status(503), found]);
    await tracer().startActiveSpan('parent', async (parent) => {
      await clock.run(get({ id: 'mary' }));
      parent.end();
    });
    const [first, second, parent] = telemetry.spans();
    expect([first, second].map((child) => child?.parentSpanContext?.spanId)).toEqual([idOf(parent), idOf(parent)]);
  });

  it('openTelemetry makes its span the parent of those that later policies and `fetch` make', async () => {
    const work = (name: string) => tracer().startSpan(name).end();
    const { get } = clientOf(
      () => {
        work('in fetch');
        return found.clone();
      },
      {
        inner: (request, next) => {
          work('in a policy');
          return next(request);
        },
      },
    );
    await get({ id: 'mary' });
    const [inPolicy, inFetch, own] = telemetry.spans();
    expect([inPolicy?.name, inFetch?.name, own?.name]).toEqual(['in a policy', 'in fetch', 'GET /things/{id}']);
    expect([inPolicy, inFetch].map((child) => child?.parentSpanContext?.spanId)).toEqual([idOf(own), idOf(own)]);
  });

  it('openTelemetry sends the context of each span to the server', async () => {
    const received: IncomingHttpHeaders[] = [];
    const server = createServer(({ headers }, response) => {
      received.push(headers);
      response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' }).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { get } = clientOf([], { fetch: globalThis.fetch, parts: { baseUrl } });
      await get({ id: 'mary' });
      await get({ id: 'tom' });
      const sent = telemetry.spans().map((recorded) => recorded.spanContext());
      expect(sent).toHaveLength(2);
      expect(received.map(({ traceparent }) => traceparent)).toEqual(
        sent.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`),
      );
    } finally {
      server.close();
    }
  });

  it('openTelemetry keeps the contexts of concurrent calls apart', async () => {
    const { clock, get, requests } = clientOf(() => found.clone(), {
      inner: async (request, next) => {
        await new Promise<void>((resolve) => clock.after(clock.random() * 50, resolve));
        return next(request);
      },
    });
    const calls = Array.from({ length: 20 }, (_, number) =>
      tracer().startActiveSpan(`parent ${number}`, async (parent) => {
        await get({ id: `${number}` });
        expect(trace.getSpan(context.active())).toBe(parent);
        parent.end();
      }),
    );
    await clock.run(Promise.all(calls));
    const all = telemetry.spans();
    for (const { url, headers } of requests) {
      const own = all.find((recorded) => headers.traceparent?.includes(`${idOf(recorded)}`));
      const parent = all.find((recorded) => idOf(recorded) === own?.parentSpanContext?.spanId);
      expect(parent?.name).toBe(`parent ${url.split('/').at(-1)}`);
    }
    expect(requests).toHaveLength(20);
  });

  it('a call succeeds without a registered SDK, and sends no context', async () => {
    for (const api of [trace, context]) api.disable();
    const { get, requests } = clientOf(found);
    expect(await get({ id: 'mary' })).toEqual({ id: '1' });
    expect(requests[0]?.headers).not.toHaveProperty('traceparent');
    expect(telemetry.spans()).toEqual([]);
  });
});
