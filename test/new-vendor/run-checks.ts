/** `node new-vendor/run-checks.ts <vendor>`: runs every contract check of one vendor. Exits 1 when one fails. */
import { checksOf } from '../contract/all-checks.ts';
import { openBench } from '../contract/check.ts';
import { evidenceKinds } from '../contract/evidence.ts';

const [vendor = ''] = process.argv.slice(2);
const checks = evidenceKinds.flatMap((evidence) => checksOf(evidence, vendor));
const bench = await openBench(vendor);
let failed = 0;
for (const check of checks) {
  try {
    await bench.run(check);
  } catch (error) {
    failed++;
    console.error(`${check.name}: ${(error as Error).message}`);
  }
}
await bench.close();
console.log(`${checks.length} checks of ${vendor}, ${failed} failed.`);
process.exitCode = failed > 0 || checks.length === 0 ? 1 : 0;
