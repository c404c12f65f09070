import { own } from '../document/openapi.ts';
import type { Collection, Item } from '../state/collection.ts';
import { assign, copy, valueAt, valuesAt } from '../state/paths.ts';
import { itemsOf, type Origin, type Properties } from './call.ts';
import { createFromEntry, insertNew } from './new-items.ts';
import { setAll } from './values.ts';

/** Makes one item for each recipient that an input names. Each belongs to the owner, too. */
export function deliver(
  origin: Origin,
  collection: Collection,
  input: Readonly<Properties>,
  owner?: readonly [path: string, id: unknown],
): void {
  const { deliver: delivery, belongsTo } = collection.resource;
  if (!delivery) return;
  const { to, from, everyone, members, notified } = delivery;
  const recipients = itemsOf(origin, to);
  const found = new Set([valueAt(input, from) ?? []].flat().flatMap(recipientsOf));
  for (const recipient of found) {
    const { [from]: _, ...values } = copy(input);
    assign(values, String(own(belongsTo, to)), recipient.values[recipients.idKey]);
    if (owner) assign(values, ...owner);
    insertNew(origin, collection, values);
    if (notified) recipients.change(recipient, (known) => setAll(origin, recipients, known, { [notified]: '$now' }));
  }

  function recipientsOf(entry: unknown): readonly Item[] {
    const text = JSON.stringify(entry);
    if (text === JSON.stringify(everyone)) return [...recipients.items];
    if (!members || text !== JSON.stringify(members.entry)) {
      return [createFromEntry(origin, recipients, entry) ?? []].flat();
    }
    const others = itemsOf(origin, members.resource);
    const conditions = Object.entries(members.where ?? {});
    const followers = others
      .find(members.by, valueAt(input, members.by))
      .filter(({ values }) => conditions.every(([path, value]) => valuesAt(values, path).includes(value)));
    return followers.flatMap(({ values }) => recipients.ownerOf(values, others) ?? []);
  }
}
