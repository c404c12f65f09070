/** MX against a list of audiences. */
import { createMxAudience } from '@plumbline/mx-audience';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type VendorData } from '@plumbline/sandbox';
import fc from 'fast-check';
import { expectSame, modelCheck, type Step, step } from './model-check.ts';

const ids = fc.constantFrom('buyers', 'vip', '__proto__');
const institutions = fc.constantFrom('INST-1', 'INST-2');
const members = fc.array(fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n'), minLength: 1 }), {
  maxLength: 4,
});

class Session {
  readonly clock = new ManualClock();
  readonly vendor;
  readonly mx;
  readonly audiences: { readonly audience_id: string; readonly institution_id: string; readonly list: string[] }[] = [];

  constructor(data: VendorData) {
    const { clock } = this;
    this.vendor = createSandbox(data, { clock });
    const { credentials, fetch } = this.vendor;
    this.mx = createMxAudience({ ...credentials, domain: 'acme', fetch, clock, retry: { attempts: 1 } });
  }

  async token(): Promise<Record<string, unknown>> {
    const { clientId, clientSecret } = this.vendor.credentials;
    const body = { client_id: String(clientId), client_secret: String(clientSecret) };
    return (await this.mx.auth.createToken(body)) as Record<string, unknown>;
  }
}

const steps: readonly Step<Session>[] = [
  step(
    'an audience',
    fc.tuple(ids, institutions, members),
    async ({ vendor, audiences }, [audience_id, institution_id, list]) => {
      const audience = { audience_id, institution_id, list };
      vendor.resources.audience?.add(audience);
      audiences.push(audience);
    },
  ),
  step('an audience without an id', members, async ({ vendor, audiences }, list) => {
    const [added] = vendor.resources.audience?.add({ institution_id: 'INST-1', list }) ?? [];
    const id = String(added?.audience_id);
    expectSame(
      audiences.some(({ audience_id }) => audience_id === id),
      false,
      'an id that is used twice',
    );
    audiences.push({ audience_id: id, institution_id: 'INST-1', list });
  }),
  step('audiences/listMembers', fc.tuple(fc.oneof(ids, fc.nat(4)), institutions), async ({ mx, audiences }, values) => {
    const [named, institution_public_id] = values;
    const id_or_slug = typeof named === 'number' ? (audiences[named]?.audience_id ?? 'none') : named;
    const found = audiences.find(
      (one) => one.audience_id === id_or_slug && one.institution_id === institution_public_id,
    );
    const input = { id_or_slug, institution_public_id };
    const json = await mx.audiences.listMembers(input).result();
    const csv = await mx.audiences.listMembers(input, { accept: 'text/csv' }).result();
    expectSame([json.status, csv.status], found ? [200, 200] : [404, 404], 'audiences/listMembers');
    if (json.status === 200) expectSame(json.data, { ...found, count: found?.list.length }, 'audiences/listMembers');
    if (csv.status === 200)
      expectSame(csv.data ?? '', found?.list.map(writeRow).join(''), 'audiences/listMembers in CSV');
  }),
  step('the life of a token', fc.constantFrom(299_999, 300_000), async (session, time) => {
    const { access_token, token, expires_in } = await session.token();
    expectSame(expires_in, 300, 'expires_in');
    await session.clock.advance(time);
    const headers = { authorization: `Bearer ${access_token ?? token}` };
    const url = 'https://acme.access.mx.com/api/v1/audience/none/list?institution_public_id=none';
    const { status } = await session.vendor.fetch(url, { headers });
    expectSame(status, time < 300_000 ? 404 : 401, 'a token that expires');
  }),
  step('wrong credentials', fc.constantFrom('clientId', 'clientSecret'), async ({ vendor, clock }, name) => {
    const { credentials, fetch } = vendor;
    const options = { ...credentials, domain: 'acme', fetch, clock, retry: { attempts: 1 }, [name]: 'sandbox_wrong' };
    const { auth } = createMxAudience(options);
    const { clientId, clientSecret } = options as unknown as Record<'clientId' | 'clientSecret', string>;
    const result = await auth.createToken({ client_id: clientId, client_secret: clientSecret }).result();
    expectSame(result.status, 401, 'auth/createToken');
  }),
];

/** A row of one cell (RFC 4180). */
function writeRow(cell: string): string {
  return `${/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell}\r\n`;
}

export const checkMxAudience = modelCheck((data) => new Session(data), steps, 30);
