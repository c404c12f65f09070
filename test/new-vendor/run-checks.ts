/** `node new-vendor/run-checks.ts <vendor>`: runs every contract check of one vendor, as vitest does for all. Exits 1 where one fails. */
import { checksOn } from '../contract/all-checks.ts';
import { openBench } from '../contract/check.ts';
import { grounds } from '../contract/ground.ts';

const [vendor = ''] = process.argv.slice(2);
const checks = grounds.flatMap((ground) => checksOn(ground, vendor));
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
