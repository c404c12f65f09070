import type { MagicBell } from '@plumbline/magicbell';
import { arrivalOfCall, arrivalOfFetch } from './arrival.ts';
import { expectEqual } from './expect-equal.ts';

/** Checks that calls take the same route as native `fetch`: each arrives once, through the proxy or directly. */
export async function expectSameRoute(client: MagicBell): Promise<void> {
  // Call the client first: native `fetch` loads Node's own undici, and a client must do so by itself.
  const first = await arrivalOfCall(client);
  const second = await arrivalOfCall(client);
  const native = await arrivalOfFetch();
  const proxied = native.by === 'proxy' ? 1 : 0;
  expectEqual('The route of the calls', [first.by, second.by], [native.by, native.by]);
  expectEqual(
    'Requests at the server',
    [first, second, native].map(({ requests }) => requests),
    [1, 2, 3],
  );
  const expected = [proxied, 2 * proxied, 3 * proxied];
  expectEqual(
    'Requests through the proxy',
    [first, second, native].map(({ proxied }) => proxied),
    expected,
  );
  // Check this last: where native fetch ignores the proxy, calls must ignore it too.
  expectEqual('Native fetch', native.by, 'proxy');
}
