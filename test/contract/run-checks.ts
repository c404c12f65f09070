import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '@plumbline/scripts/exchange';
import { root, vendors } from '@plumbline/scripts/spec';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Bench, type Check, openBench } from './check.ts';

/** Where the exchanges of the contract tests are kept, one file for each vendor and suite. */
export const recordings: string = join(root, 'test', 'coverage', 'recordings');

/** Declares a vitest test for each check of each vendor, and keeps what was sent and answered in `recordings`. */
export function runChecks(suite: string, checksOf: (vendor: string) => readonly Check[]): void {
  describe.each(vendors)('%s', (vendor) => {
    const recorded: Exchange[] = [];
    let bench: Bench;
    beforeAll(async () => {
      bench = await openBench(vendor);
    });
    afterAll(async () => {
      await bench.close();
      mkdirSync(recordings, { recursive: true });
      const lines = recorded.map((exchange) => `${JSON.stringify(exchange)}\n`);
      writeFileSync(join(recordings, `${vendor}.${suite}.ndjson`), lines.join(''));
    });

    it.each(checksOf(vendor))('$name', async (check) => {
      recorded.push(...(await bench.run(check)));
    });
  });
}
