/** `node scripts/turbo.ts <task…>` runs tasks of `turbo.json`, and prints why tasks failed at the end. */
import { runTurbo } from '@plumbline/repository/turbo';

process.exitCode = await runTurbo(process.argv.slice(2), process.stdout);
