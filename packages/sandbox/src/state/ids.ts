import type { Collection } from './collection.ts';

/** A random number from 0 to 1, 1 excluded, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes an id in the form of the id of an example: a UUID, or a text or a number that counts. */
export function createId(collection: Collection, example: unknown, random: () => number): unknown {
  const form = String(example ?? `${collection.name}-1`);
  const digit = () => Math.floor(random() * 16).toString(16);
  const uuid = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i;
  if (uuid.test(form)) return form.replace(uuid, 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replaceAll('x', digit));
  for (let count = collection.count + 1; ; count++) {
    const id = typeof example === 'number' ? count : form.replace(/\d*$/, String(count));
    if (collection.find(collection.idKey, id).length === 0) return id;
  }
}
