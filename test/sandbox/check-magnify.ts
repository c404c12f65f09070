/** Magnify against an array of motions, each with its email metrics. */
import { createMagnify } from '@plumbline/magnify';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type VendorData } from '@plumbline/sandbox';
import fc from 'fast-check';
import { expectSame, modelCheck, readPages, type Step, step } from './model-check.ts';

interface Motion {
  readonly id: string;
  readonly bare: string;
  readonly motion: object & { readonly state: string };
  readonly metrics: object[];
}

const states = fc.constantFrom('EXECUTING', 'DRAFT', 'FAILED');
const sizes = fc.integer({ min: 1, max: 4 });
const indexes = fc.nat(4);
const unknown = '00000000-0000-4000-a000-000000000000';

class Session {
  readonly clock = new ManualClock();
  readonly vendor;
  readonly motions: Motion[] = [];
  made = 0;
  readonly magnify;

  constructor(data: VendorData) {
    this.vendor = createSandbox(data, { clock: this.clock });
    this.magnify = this.client();
  }

  client(options: object = {}) {
    const { vendor, clock } = this;
    return createMagnify({ ...vendor.credentials, fetch: vendor.fetch, clock, retry: { attempts: 1 }, ...options });
  }
}

const steps: readonly Step<Session>[] = [
  step('a motion', fc.tuple(states, fc.boolean()), async (session, [state, hasId]) => {
    const { vendor, clock, motions } = session;
    const values = {
      name: 'Trial',
      version: 1,
      createdAt: new Date(clock.date()).toISOString(),
      createdBy: 'u',
      state,
    };
    const own = `motion_${unknown.slice(0, -4)}${1000 + ++session.made}`;
    const [added] = vendor.resources.motion?.add({ ...values, ...(hasId && { id: own }) }) ?? [];
    const id = String(added?.id);
    if (!/^motion_[\da-f-]{36}$/.test(id)) throw new Error(`The id ${id} is not in the form of a motion.`);
    motions.push({ id, bare: id.slice(7), motion: { id, ...values, createdAt: clock.date() } as never, metrics: [] });
  }),
  step('an email metric', fc.tuple(indexes, fc.boolean()), async ({ vendor, clock, motions }, [index, isBare]) => {
    const found = motions[index];
    const parts = { account: {}, user: {}, emailEvent: { templateId: `t${found?.metrics.length}` } };
    const motion = { id: (isBare ? found?.bare : found?.id) ?? unknown };
    vendor.resources.emailMetric?.add({ ...parts, motion, occurredAt: new Date(clock.date()).toISOString() });
    found?.metrics.push({ ...parts, motion, occurredAt: clock.date() });
  }),
  step('motions/list', fc.tuple(sizes, fc.option(states)), async ({ magnify, motions }, [size, state]) => {
    const wanted = motions.filter((one) => state === null || one.motion.state === state);
    const list = magnify.motions.list({ size, ...(state && { state }) });
    const { items, first } = await readPages(list, ({ data }) => data);
    expectSame(
      items,
      wanted.map(({ motion }) => motion),
      'motions/list',
    );
    expectSame(first?.total, wanted.length, 'the total of motions/list');
  }),
  step('motions/get', fc.tuple(indexes, fc.boolean()), async ({ magnify, motions }, [index, isBare]) => {
    const found = motions[index];
    const result = await magnify.motions.get({ motionId: (isBare ? found?.bare : found?.id) ?? unknown }).result();
    expectSame(result.status, found ? 200 : 404, 'motions/get');
    if (result.status === 200) expectSame(result.data, found?.motion, 'motions/get');
  }),
  step('motions/emailMetrics/list', fc.tuple(indexes, sizes), async ({ magnify, motions }, [index, size]) => {
    const found = motions[index];
    const list = magnify.motions.emailMetrics.list({ motionId: found?.id ?? unknown, size });
    if (!found) return expectSame((await list.result()).status, 404, 'motions/emailMetrics/list');
    const { items, first } = await readPages(list, ({ data }) => data);
    expectSame(items, found.metrics, 'motions/emailMetrics/list');
    expectSame(first?.total, found.metrics.length, 'the total of email metrics');
  }),
  step('a motion that goes', fc.tuple(indexes, fc.boolean()), async ({ vendor, motions }, [index, isBare]) => {
    const found = motions[index];
    const { motion, emailMetric } = vendor.resources;
    const before = emailMetric?.all().length ?? 0;
    expectSame(
      motion?.remove((isBare ? found?.bare : found?.id) ?? unknown),
      found !== undefined,
      'resources.motion.remove',
    );
    if (found) motions.splice(index, 1);
    expectSame(emailMetric?.all().length, before - (found?.metrics.length ?? 0), 'the email metrics that are left');
  }),
  step('a token', fc.nat(2), async (session, kind) => {
    const options = [{ scope: 'partner-api/none' }, { clientSecret: 'sandbox_wrong' }, {}][kind];
    const { status } = await session
      .client(options)
      .motions.list()
      .result()
      .catch((error: { readonly cause?: { readonly status?: number }; readonly status?: number }) => ({
        status: error.status ?? error.cause?.status,
      }));
    expectSame(status, [400, 401, 200][kind], 'a token');
  }),
  step('the life of a token', fc.constantFrom(3_599_999, 3_600_000), async ({ vendor, clock, magnify }, time) => {
    await vendor
      .fetch('https://auth.magnify.io/oauth2/token', {
        ...{ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          scope: 'partner-api/motions.read',
          client_id: String(vendor.credentials.clientId),
          client_secret: String(vendor.credentials.clientSecret),
        }).toString(),
      })
      .then(async (response) => {
        const { access_token } = (await response.json()) as { access_token: string };
        await clock.advance(time);
        const headers = { authorization: `Bearer ${access_token}` };
        const { status } = await vendor.fetch('https://api.magnify.io/v1/partner/motions', { headers });
        expectSame(status, time < 3_600_000 ? 200 : 401, 'a token that expires');
      });
    await magnify.motions.list();
  }),
];

export const checkMagnify = modelCheck((data) => new Session(data), steps, 40);
