/** MAGNETIQ against two arrays, and the times at which its tokens expire. */
import { createMagnetiq } from '@plumbline/magnetiq';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type VendorData } from '@plumbline/sandbox';
import fc from 'fast-check';
import { expectSame, modelCheck, readPages, type Step, step } from './model-check.ts';

type Item = Record<string, unknown>;
const day = 86_400_000;
const kinds = fc.constantFrom('consumers', 'brands');
const inputs = fc.record(
  { segment: fc.constantFrom('vip', 'new'), id: fc.constantFrom('mine', 1) },
  { requiredKeys: [] },
);
const filters = fc.record(
  { segment: fc.constantFrom('vip', 'new', 'none'), created_after: fc.constantFrom('2026-11-21', '2026-11-23') },
  { requiredKeys: [] },
);

class Session {
  readonly clock = new ManualClock();
  readonly vendor;
  readonly items: Record<'consumers' | 'brands', Item[]> = { consumers: [], brands: [] };
  readonly tokens: { readonly token: string; readonly expires: number }[] = [];

  constructor(data: VendorData) {
    this.vendor = createSandbox(data, { clock: this.clock });
  }

  /** A client with a credential, or with those of the sandbox. */
  client(apiKey?: string) {
    const { credentials, fetch } = this.vendor;
    const options = apiKey === undefined ? credentials : { apiKey };
    return createMagnetiq({ ...options, fetch, clock: this.clock, retry: { attempts: 1 } });
  }

  get now(): number {
    return this.clock.date();
  }
}

const steps: readonly Step<Session>[] = [
  step('create', fc.tuple(kinds, inputs), async (session, [kind, input]) => {
    const created: Item = await session.client()[kind].create(input);
    const { id: _, ...values } = input;
    const item = { ...values, id: created.id, ...(kind === 'consumers' && { created_at: timeOf(session.now) }) };
    expectSame(
      session.items[kind].some(({ id }) => id === created.id),
      false,
      'an id that is used twice',
    );
    expectSame(created, item, `${kind}/create`);
    session.items[kind].push(item);
  }),
  step('get', fc.tuple(kinds, fc.nat(4)), async (session, [kind, index]) => {
    const item = session.items[kind][index];
    const result = await session
      .client()
      [kind].get({ id: String(item?.id ?? 'none') })
      .result();
    expectSame(result.status, item ? 200 : 404, `${kind}/get`);
    if (result.status === 200) expectSame(result.data, item, `${kind}/get`);
  }),
  step('list', fc.tuple(fc.integer({ min: 1, max: 4 }), filters), async (session, [limit, filter]) => {
    const consumers = session.items.consumers.filter(
      (item) =>
        (filter.segment === undefined || item.segment === filter.segment) &&
        (filter.created_after === undefined || Date.parse(String(item.created_at)) > Date.parse(filter.created_after)),
    );
    const list = session.client().consumers.list({ limit, filter });
    const { items, first } = await readPages(list, ({ data }) => data);
    expectSame(items, consumers, 'consumers/list');
    expectSame(first?.total, consumers.length, 'the total of consumers/list');
    expectSame(
      await session.client().brands.list({ limit }).toArray({ limit: 100 }),
      session.items.brands,
      'brands/list',
    );
  }),
  step('token', fc.nat(3), async (session, kind) => {
    const { clientId, clientSecret } = session.vendor.credentials;
    const token = 'sandbox_api_key';
    const body = { client_id: String(clientId), client_secret: kind === 1 ? 'sandbox_wrong' : String(clientSecret) };
    const client = session.client(kind === 3 ? (session.tokens.at(-1)?.token ?? token) : token);
    const isValid = kind !== 3 || (session.tokens.at(-1)?.expires ?? Infinity) > session.now;
    const call =
      kind < 2 ? client.auth.createToken(body) : kind === 2 ? client.auth.createToken() : client.auth.refreshToken();
    const result = await call.result();
    expectSame(result.status, kind !== 1 && isValid ? 200 : 401, 'auth');
    if (result.status !== 200) return;
    expectSame(result.data.expires_in, 3600, 'expires_in');
    session.tokens.push({ token: String(result.data.access_token), expires: session.now + 3_600_000 });
  }),
  step('a call with a token', fc.nat(3), async (session, index) => {
    const known = session.tokens.at(-1 - index);
    const { status } = await session
      .client(known?.token ?? 'sandbox_none')
      .brands.list()
      .result();
    expectSame(status, known && known.expires > session.now ? 200 : 401, 'brands/list with a token');
  }),
  step('time passes', fc.constantFrom(1, 3_599_999, 3_600_000, day), async ({ clock }, time) => clock.advance(time)),
  step('metrics', fc.constant(0), async (session) => {
    const { analytics } = session.client();
    expectSame(
      [await analytics.engagement(), await analytics.conversion()],
      [{ metric: 42 }, { metric: 42 }],
      'analytics',
    );
  }),
];

const timeOf = (time: number) => new Date(time).toISOString();

export const checkMagnetiq = modelCheck((data) => new Session(data), steps, 40);
