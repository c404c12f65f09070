import { vendors } from '@plumbline/repository/repository';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { ChecksOf } from './all-checks.ts';
import { type Bench, openBench } from './check.ts';
import { type Recording, saveRecording } from './recording.ts';

/** Declares a test for each check of each vendor, and saves the exchanges as recordings. Skips vendors without checks. */
export function describeChecks(suite: string, checksOf: ChecksOf): void {
  const suites = vendors.map((vendor) => ({ vendor, checks: checksOf(vendor) })).filter(({ checks }) => checks.length);
  describe.each(suites)(`${suite} of $vendor`, ({ vendor, checks }) => {
    const recording: Recording = { accepted: [], refused: [], stubbed: [] };
    let bench: Bench;
    beforeAll(async () => {
      bench = await openBench(vendor);
    });
    afterAll(async () => {
      await bench.close();
      saveRecording(vendor, suite, bench.url, recording);
    });

    it.each(checks)('$name', async (check) => {
      recording[check.stubbed ? 'stubbed' : check.refused ? 'refused' : 'accepted'].push(...(await bench.run(check)));
    });
  });
}
