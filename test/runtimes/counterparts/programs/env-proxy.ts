/** Run with NODE_USE_ENV_PROXY=1 and HTTP_PROXY: a client goes through the proxy exactly as native `fetch` does. */
import { createClient } from './client.ts';
import { expectSameWay } from './proxied.ts';

await expectSameWay(createClient());
