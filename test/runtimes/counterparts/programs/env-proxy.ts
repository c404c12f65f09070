/** Runs with NODE_USE_ENV_PROXY=1 and HTTP_PROXY: calls take the same route through the proxy as native `fetch`. */
import { createClient } from './client.ts';
import { expectSameRoute } from './proxied.ts';

await expectSameRoute(createClient());
