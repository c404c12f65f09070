/** As models.test.ts, with many more sequences. */
import { expect, it } from 'vitest';
import { checks } from './checks.ts';

it.each(checks)('$vendor responds like plain arrays to many sequences of calls', async ({ check, data, runs }) => {
  await expect(check(data, { runs: runs * 20 })).resolves.toBeUndefined();
});
