import { createMagnify, PaginationError } from '@plumbline/magnify';

const magnify = createMagnify();

// #region items
const executing = magnify.motions.list({ state: 'EXECUTING' });
for await (const motion of executing) console.log(motion.name);
// #endregion

// #region pages
for await (const page of magnify.motions.list({ size: 100 }).pages()) {
  console.log(page.data.length, 'of', page.total);
}
// #endregion

// #region array
const newest = await magnify.motions.list().toArray({ limit: 20 });
console.log(newest.length);
// #endregion

// #region page
const { data, total } = await magnify.motions.list({ size: 50, from: 0 });
console.log(data.length, total);
// #endregion

// #region truncated
try {
  for await (const motion of magnify.motions.list()) console.log(motion.id);
} catch (error) {
  if (!(error instanceof PaginationError)) throw error;
  if (error.reason !== 'truncated') throw error;
  // List one state at a time to get all.
  console.log(`Magnify lists ${error.count} of ${error.total}.`);
}
// #endregion
