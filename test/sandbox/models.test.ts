/** Each vendor's sandbox responds as a plain model does, to any sequence of calls of the vendor's client. */
import { expect, it } from 'vitest';
import { checks } from './checks.ts';

it.each(checks)('$vendor responds like plain arrays to any sequence of calls', async ({ check, data, runs }) => {
  await expect(check(data, { runs })).resolves.toBeUndefined();
});
