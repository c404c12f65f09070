import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMxAudience, readMemberRows } from '@plumbline/mx-audience';
import { expect, it } from 'vitest';

const encoder = new TextEncoder();
const audience = { id_or_slug: 'vip', institution_public_id: 'INS-1' };

/** Creates a response of a million rows, which makes each chunk when it is read. */
function millionRows(): Response {
  let made = 0;
  const line = () => `${(made++).toString(16).padStart(32, '0')},"Ann ""A"" Smith"\r\n`;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (made < 1_000_000) controller.enqueue(encoder.encode(Array.from({ length: 1000 }, line).join('')));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { 'Content-Type': 'text/csv' } });
}

it('readMemberRows reads 1,000,000 rows in constant memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const measureMemory = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const mx = createMxAudience({
    domain: 'acme',
    clientId: 'id',
    clientSecret: 'secret',
    fetch: async (url) => (url.endsWith('/token') ? Response.json({ access_token: 'token' }) : millionRows()),
  });
  let read = 0;
  let base = 0;
  let most = 0;
  for await (const row of readMemberRows(mx, audience)) {
    read++;
    if (read === 1000) base = measureMemory();
    if (read % 100_000 === 0) most = Math.max(most, measureMemory() - base);
    if (read === 1_000_000) expect(row).toEqual([`${'0'.repeat(27)}f423f`, 'Ann "A" Smith']);
  }
  expect(read).toBe(1_000_000);
  // The text has 53 MB. In memory are a chunk of 53 kB and its rows.
  expect(most).toBeLessThan(4_000_000);
});
