/** A sandbox of MagicBell with its clients, and the model. */
import { createMagicBell, createMagicBellUser, type MagicBellUser } from '@plumbline/magicbell';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type VendorData } from '@plumbline/sandbox';
import fc from 'fast-check';
import { type Caller, type Filters, MagicBellModel, type ModelUser } from './magicbell-model.ts';
import { expectSame } from './model-check.ts';

/** Few values, so that calls often mean the same item. */
export const emails = fc.constantFrom('ada@example.com', 'cy+1@example.com');
export const externalIds = fc.constantFrom('2', '__proto__');
export const titles = fc.constantFrom('One', 'Two', 'Three');
export const topics = fc.constantFrom('order:1', 'order.2');
export const slugs = fc.constantFrom('news', 'billing');
/** Each filter of an inbox. */
export const filters: readonly Filters[] = [
  ...['read', 'seen', 'archived'].flatMap((name) => [{ [name]: true }, { [name]: false }]),
  ...['news', 'uncategorized'].flatMap((category) => [{ category }, { categories: [category] }]),
  ...[{ categories: ['news', 'billing'] }, { topic: 'order:1' }, { topics: ['order:1', 'order.2'] }],
];
export const sizes = fc.integer({ min: 1, max: 4 });
/** A user by a key, who may be new, or the one at an index. */
export type Actor = Caller | number;
export const actors: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(2) },
  { weight: 1, arbitrary: fc.oneof(fc.record({ email: emails }), fc.record({ external_id: externalIds })) },
);
const firstNames = fc.constantFrom('A', 'B', null);
export const userInputs = fc.record(
  { email: emails, external_id: externalIds, first_name: firstNames },
  { requiredKeys: [] },
);
export const recipients = fc.oneof(
  fc.record({ email: emails, first_name: firstNames }, { requiredKeys: ['email'] }),
  fc.record({ external_id: externalIds, email: emails }, { requiredKeys: ['external_id'] }),
  fc.constantFrom({ matches: '*' }, { matches: 'custom_attributes.plan = pro' }),
  fc.constant({ topic: { subscribers: true } }),
);
const message = { title: titles, recipients: fc.array(recipients, { minLength: 1, maxLength: 3 }) };
export const messages = fc.oneof(
  fc.record({ ...message, category: slugs }, { requiredKeys: ['title', 'recipients'] }),
  fc.record({ ...message, category: slugs, topic: topics }),
  fc.record({ ...message, topic: topics }),
);

/** A call fails at once. The clock stands still, so no delay before a retry would end. */
const retry = { attempts: 1 };

function keysOf({ email, external_id }: Partial<ModelUser> = {}): Caller | undefined {
  return external_id ? { external_id } : email ? { email } : undefined;
}

export class MagicBellSession {
  readonly clock = new ManualClock();
  readonly model = new MagicBellModel(() => new Date(this.clock.date()).toISOString());
  readonly vendor;
  readonly project;

  constructor(data: VendorData) {
    const { clock } = this;
    this.vendor = createSandbox(data, { clock });
    this.project = createMagicBell({ ...this.vendor.credentials, fetch: this.vendor.fetch, clock, retry });
  }

  /** The client of a user, and whom the model has for it. */
  as(actor: Actor): { readonly client: MagicBellUser; readonly user: ModelUser } {
    const { vendor, clock, model } = this;
    const known = typeof actor === 'number' ? model.users[actor % (model.users.length || 1)] : actor;
    const caller = keysOf(known) ?? { email: 'ada@example.com' };
    const identity = 'email' in caller ? { userEmail: caller.email } : { userExternalId: caller.external_id };
    const options = { apiKey: String(vendor.credentials.apiKey), fetch: vendor.fetch, clock, retry };
    return { client: createMagicBellUser({ ...options, ...identity }), user: model.caller(caller) };
  }

  /** Ends a step: the model learns the ids that the sandbox made, and time passes. */
  async end(): Promise<void> {
    const { user, notification, pushSubscription } = this.vendor.resources;
    const made = [
      [user, this.model.users],
      [notification, this.model.notifications],
      [pushSubscription, this.model.devices],
    ] as const;
    for (const [resource, items] of made) {
      const ids = resource?.all().map(({ id }) => id) ?? [];
      expectSame(ids.length, items.length, 'the number of items');
      for (const [index, item] of items.entries()) {
        expectSame(ids[index], item.id ?? ids[index], 'the id of an item');
        item.id = ids[index];
      }
    }
    await this.clock.advance(1000);
  }
}
