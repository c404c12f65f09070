/** The deadline of a call around the policies of a client. */

import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { fixedClient } from '../../test/credentials.ts';
import { failure } from '../../test/rejections.ts';
import { RequestFactory } from '../../test/request-factory.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { type Fetch, fetchTransport } from '../pipeline/fetch-transport.ts';
import { compose, type Policy } from '../pipeline/policy.ts';
import { stalled } from '../testing/faults.ts';
import { type RecordedRequest, recordingFetch } from '../testing/recording-fetch.ts';
import { createLimiter } from './rate-limit/memory-limiter.ts';
import { rateLimit } from './rate-limit/rate-limit.ts';
import { retry } from './retry/retry.ts';
import { timeout } from './timeout.ts';

type Policies = (client: RequestFactory) => Policy[];

/** Sends requests through policies, each within the deadline of its call. */
function create(policies: Policies, fetch: Fetch, options: CallOptions = {}) {
  const client = new RequestFactory({ deadline: 1000, ...options });
  const next = compose(policies(client), fetchTransport(fetch));
  const send = (given: CallOptions = {}) => {
    const request = client.create({ options: given });
    return request.call.deadline.race(next(request));
  };
  return { client, clock: client.clock, send };
}
const tokens = () => fixedClient({ tokenUrl: 'https://auth.example.com/token', parameters: {} });
const pending = recordingFetch(stalled());
const deaf: Fetch = () => new Promise(() => {});

it.each<[string, Policies, Fetch, CallOptions?]>([
  ['an attempt that gets no response', () => [], pending],
  ['an attempt that ignores its signal', () => [], deaf],
  ['an attempt with a longer timeout', () => [timeout], pending],
  ['a body that stalls', () => [timeout], recordingFetch(stalled(['{']))],
  ['the second of two attempts', () => [retry(), timeout], pending, { retry: { baseDelay: 0 }, timeout: 600 }],
  [
    'a wait for the rate limit',
    ({ clock }) => {
      const limiter = createLimiter([{ requests: 1, seconds: 60 }], clock);
      limiter.acquire('GET');
      return [rateLimit(limiter)];
    },
    pending,
  ],
  ['a wait for a token', () => [tokens(), timeout], pending],
])('the deadline of a call ends %s', async (_, policies, fetch, options) => {
  const { client, clock, send } = create(policies, fetch, options);
  const { signal } = new AbortController();
  const failing = failure(send({ signal })).then((error) => ({ error, end: client.clock.now() }));
  await clock.advance(100_000);
  const { error, end } = await failing;
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ message: 'GET /things took longer than its deadline of 1000 ms.', timeout: 1000 });
  expect([end, clock.pending, getEventListeners(signal, 'abort').length]).toEqual([1000, 0, 0]);
});

it('the deadline of a call limits all attempts together', async () => {
  let sent = 0;
  const busy: Fetch = async () => {
    sent++;
    await new Promise<void>((resolve) => {
      clock.after(300, resolve);
    });
    return new Response(null, { status: 503 });
  };
  const { clock, send } = create(() => [retry()], busy, { retry: { attempts: 99, baseDelay: 0 } });
  const failing = failure(send());
  await clock.advance(100_000);
  expect(await failing).toMatchObject({ message: expect.stringContaining('deadline') });
  expect([sent, clock.pending]).toEqual([4, 0]);
});

it('the deadline of a call does not end a token request, because other calls wait for it', async () => {
  let respond: (response: Response) => void = () => {};
  const vendor = ({ url }: RecordedRequest) =>
    url.endsWith('/token')
      ? new Promise<Response>((resolve) => {
          respond = resolve;
        })
      : new Response();
  const { clock, send } = create(() => [tokens()], recordingFetch(vendor));
  const hasty = failure(send({ deadline: 10 }));
  const patient = send();
  await clock.advance(10);
  expect(await hasty).toBeInstanceOf(TimeoutError);
  respond(Response.json({ access_token: 't' }));
  expect((await patient).status).toBe(200);
});

it('the deadline of a call that is over prevents all requests', async () => {
  const fetch = recordingFetch(new Response());
  const { clock, send } = create(() => [retry(), timeout], fetch);
  expect(await failure(send({ deadline: 0 }))).toMatchObject({ name: 'TimeoutError', timeout: 0 });
  expect([fetch.requests.length, clock.pending]).toEqual([0, 0]);
});
