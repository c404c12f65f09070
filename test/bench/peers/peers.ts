import { axiosPeer } from './axios.ts';
import { bareFetch, fetchWithTimeout } from './bare-fetch.ts';
import { heyApi } from './hey-api.ts';
import { kyPeer } from './ky.ts';
import { magicbell } from './magicbell.ts';
import { magicbellJs } from './magicbell-js.ts';
import { ofetchPeer } from './ofetch.ts';
import { openai } from './openai.ts';
import { openapiFetch } from './openapi-fetch.ts';
import type { Peer } from './peer.ts';
import { plumbline, plumblineEveryPolicy } from './plumbline.ts';
import { plumblineUndici, plumblineUndiciEveryPolicy } from './plumbline-undici.ts';
import { redocly } from './redocly.ts';
import { stripe } from './stripe.ts';

/** Who is on the board. */
export const peers: readonly Peer[] = [
  plumbline,
  plumblineUndici,
  bareFetch,
  openapiFetch,
  kyPeer,
  ofetchPeer,
  axiosPeer,
  heyApi,
  openai,
  stripe,
  magicbell,
  magicbellJs,
  redocly,
];

/** Whose CPU is measured. */
export const runners: readonly Peer[] = [...peers, fetchWithTimeout, plumblineEveryPolicy, plumblineUndiciEveryPolicy];
