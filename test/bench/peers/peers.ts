import { axiosPeer } from './axios.ts';
import { bareFetch, fetchAgain, fetchWithTimeout } from './bare-fetch.ts';
import { heyApi } from './hey-api.ts';
import { kyPeer } from './ky.ts';
import { magicbell } from './magicbell.ts';
import { magicbellJs } from './magicbell-js.ts';
import { nodeHttp } from './node-http.ts';
import { ofetchPeer } from './ofetch.ts';
import { openai } from './openai.ts';
import { openapiFetch, openapiFetchWithTimeout } from './openapi-fetch.ts';
import type { MeasuredClient, Peer } from './peer.ts';
import { plumbline, plumblineEveryPolicy } from './plumbline.ts';
import { plumblineFetch, plumblineFetchEveryPolicy } from './plumbline-fetch.ts';
import { plumblineUndici, plumblineUndiciEveryPolicy } from './plumbline-undici.ts';
import { redocly } from './redocly.ts';
import { stripe } from './stripe.ts';
import { undiciRequest } from './undici-request.ts';

/** The clients that the cases run for. */
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

/** Clients whose CPU is measured. */
export const cpuClients: readonly MeasuredClient[] = [
  ...peers,
  fetchAgain,
  fetchWithTimeout,
  openapiFetchWithTimeout,
  plumblineEveryPolicy,
  plumblineFetch,
  plumblineFetchEveryPolicy,
  plumblineUndiciEveryPolicy,
  undiciRequest,
  nodeHttp,
];

/** Clients whose heap is measured. The others would take minutes, and no budget refers to them. */
export const heapClients: readonly MeasuredClient[] = [
  bareFetch,
  fetchAgain,
  fetchWithTimeout,
  openapiFetch,
  openapiFetchWithTimeout,
  plumbline,
  plumblineEveryPolicy,
  plumblineFetch,
  plumblineFetchEveryPolicy,
  plumblineUndici,
  plumblineUndiciEveryPolicy,
  undiciRequest,
  nodeHttp,
];
