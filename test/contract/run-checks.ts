import { vendors } from '@plumbline/repository/repository';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Bench, type Check, openBench } from './check.ts';
import { type Recording, saveRecording } from './recording.ts';

/** Declares a vitest test for each check of each vendor that has any, and keeps what was sent and answered. */
export function runChecks(suite: string, checksOf: (vendor: string) => readonly Check[]): void {
  const checked = vendors.map((vendor) => ({ vendor, checks: checksOf(vendor) })).filter(({ checks }) => checks.length);
  describe.each(checked)('$vendor', ({ vendor, checks }) => {
    const recorded: Recording = { accepted: [], refused: [], answered: [] };
    let bench: Bench;
    beforeAll(async () => {
      bench = await openBench(vendor);
    });
    afterAll(async () => {
      await bench.close();
      saveRecording(vendor, suite, bench.url, recorded);
    });

    it.each(checks)('$name', async (check) => {
      recorded[check.answered ? 'answered' : check.refused ? 'refused' : 'accepted'].push(...(await bench.run(check)));
    });
  });
}
