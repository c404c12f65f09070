import type { MagicBell } from '@plumbline/magicbell';
import { arrivalOfCall, arrivalOfFetch } from './arrival.ts';
import { expectEqual } from './expect-equal.ts';

/**
 * Checks that each call of a client comes to the server as a request of native `fetch` does: once, and through the proxy
 * if that goes through it.
 */
export async function expectSameWay(client: MagicBell): Promise<void> {
  // The client comes first: native `fetch` loads Node's own undici, which a client has to do for itself.
  const first = await arrivalOfCall(client);
  const second = await arrivalOfCall(client);
  const native = await arrivalOfFetch();
  const proxied = native.by === 'proxy' ? 1 : 0;
  expectEqual('How calls came', [first.by, second.by], [native.by, native.by]);
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
  // Last, so that equality was checked where native fetch does not use the proxy either.
  expectEqual('Native fetch', native.by, 'proxy');
}
