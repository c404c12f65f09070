/** Bytes, events, redirects and HEAD over each transport, from a real server. */
import { getEventListeners } from 'node:events';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createSpecialClient } from './special-client.ts';
import { type Ending, respond, sendInParts } from './steps.ts';
import { eventually, type Network } from './test-client.ts';
import { transports } from './transports.ts';

const reason = new Error('The user has left.');
const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
const kinds = [
  ['events', 'text/event-stream', 'data: {"id":1}\n\n', 'data: {"id":2}\n\n'],
  ['lines', 'application/x-ndjson', '{"id":1}\n', '{"id":2}\n'],
] as const;

/** Collects what a stream yields, with the time of each by the test's clock, and the error that ends it. */
function collect({ clock }: Network, stream: AsyncIterable<unknown>) {
  const collected: { events: unknown[]; times: number[]; error?: unknown } = { events: [], times: [] };
  const reading = (async () => {
    try {
      for await (const event of stream) {
        collected.events.push(event);
        collected.times.push(clock.now());
      }
    } catch (error) {
      collected.error = error;
    }
  })();
  return Object.assign(collected, { reading });
}

/** Waits until nothing is in flight, and checks that a stream left nothing behind. */
async function expectNothingLeft({ clock, traffic, server }: Network): Promise<void> {
  await clock.idle();
  expect([traffic.open, server.holds, clock.pending]).toEqual([0, 0, 0]);
}

describe.each(transports)('$name', (transport) => {
  it.each([
    ['in chunks', bytes, {}],
    ['with their length', bytes, { 'Content-Length': '100000' }],
    ['compressed', zlib.gzipSync(bytes), { 'Content-Encoding': 'gzip' }],
  ])('bytes that are sent %s arrive unchanged', async (_, body, headers) => {
    const network = await createSpecialClient(transport);
    network.server.on('/file', respond(200, body, { 'Content-Type': 'application/zip', ...headers }));
    expect(await network.clock.run(network.client.file())).toEqual(bytes);
    await expectNothingLeft(network);
  });

  it.each(kinds)('%s arrive as they are sent, also in pieces', async (name, type, one, two) => {
    const network = await createSpecialClient(transport);
    const parts = [one, two.slice(0, 5), two.slice(5)];
    network.server.on(`/${name}`, sendInParts(parts, { every: 1000, type }));
    const stream = collect(network, network.client[name]().stream());
    await network.clock.run(stream.reading);
    expect(stream).toMatchObject({ events: [{ id: 1 }, { id: 2 }], times: [1000, 3000] });
    await expectNothingLeft(network);
  });

  it.each(
    kinds.flatMap(([...kind]) =>
      (['reset', 'truncated'] satisfies Ending[]).map((ending) => [ending, ...kind] as const),
    ),
  )('a %s stream of %s yields what arrived, and throws a ConnectionError', async (ending, name, type, one, two) => {
    const network = await createSpecialClient(transport);
    network.server.on(`/${name}`, sendInParts([one, two.slice(0, 5)], { ending, type }));
    const stream = collect(network, network.client[name]().stream());
    await network.clock.run(stream.reading);
    expect(stream).toMatchObject({ events: [{ id: 1 }], error: { name: 'ConnectionError' } });
    expect(network.server.arrivals).toHaveLength(1);
    await expectNothingLeft(network);
  });

  it.each(kinds)('a stream of %s that stalls throws after the timeout of one wait', async (name, type, one) => {
    const network = await createSpecialClient(transport, { timeout: 5000 });
    network.server.on(`/${name}`, sendInParts([one, one, one], { every: 4000, ending: 'stalled', type }));
    const stream = collect(network, network.client[name]().stream());
    await network.clock.run(stream.reading);
    expect(stream).toMatchObject({ times: [4000, 8000, 12_000], error: { name: 'TimeoutError', timeout: 5000 } });
    expect(network.clock.now()).toBe(17_000);
    await expectNothingLeft(network);
  });

  it('a stream of events ends at the deadline of its call', async () => {
    const network = await createSpecialClient(transport, { deadline: 9000 });
    const parts = Array.from({ length: 20 }, () => 'data: {"id":1}\n\n');
    network.server.on('/events', sendInParts(parts, { every: 2000, type: 'text/event-stream' }));
    const stream = collect(network, network.client.events().stream());
    await network.clock.run(stream.reading);
    expect(stream).toMatchObject({ times: [2000, 4000, 6000, 8000], error: { name: 'TimeoutError', timeout: 9000 } });
    await expectNothingLeft(network);
  });

  it('an abort ends a stream of events, and its connection', async () => {
    const network = await createSpecialClient(transport);
    network.server.on('/events', sendInParts(['data: {"id":1}\n\n'], { ending: 'stalled', type: 'text/event-stream' }));
    const controller = new AbortController();
    const stream = collect(network, network.client.events({}, { signal: controller.signal }).stream());
    await network.clock.advance(10);
    expect(stream.events).toEqual([{ id: 1 }]);
    controller.abort(reason);
    await stream.reading;
    expect(stream.error).toBe(reason);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await eventually(() => network.server.openPorts.size === 0);
  });

  it('a loop over events that is left ends the connection', async () => {
    const network = await createSpecialClient(transport);
    network.server.on('/events', sendInParts(['data: {"id":1}\n\n'], { ending: 'stalled', type: 'text/event-stream' }));
    const reading = (async () => {
      for await (const event of network.client.events().stream()) return event;
      return undefined;
    })();
    expect(await network.clock.run(reading)).toEqual({ id: 1 });
    await eventually(() => network.server.openPorts.size === 0);
  });

  it('a redirect is not followed, and its location is in the result', async () => {
    const network = await createSpecialClient(transport);
    network.server.on(
      '/found',
      respond(302, '<p>', { Location: `${network.server.url}/file`, 'Content-Type': 'text/html' }),
    );
    const { ok, status, data, response } = await network.clock.run(network.client.found().result());
    expect([ok, status, data]).toEqual([true, 302, undefined]);
    expect(response.headers.get('Location')).toBe(`${network.server.url}/file`);
    expect(network.server.arrivals).toHaveLength(1);
    await expectNothingLeft(network);
  });

  it.each([{}, { 'Content-Encoding': 'gzip' }])('HEAD has the headers of a body, and no body: %j', async (headers) => {
    const network = await createSpecialClient(transport);
    network.server.on('/file', respond(200, undefined, { 'Content-Length': '1000', 'X-Size': '7', ...headers }));
    const { ok, data, response } = await network.clock.run(network.client.head().result());
    expect([ok, data, response.headers.get('X-Size')]).toEqual([true, undefined, '7']);
    await expectNothingLeft(network);
  });
});
