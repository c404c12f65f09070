import { checksOf } from '../all-checks.ts';
import { openBench } from '../check.ts';
import { evidenceKinds } from '../evidence.ts';
import { lineOf } from '../recording.ts';
import type { Lines } from './read-recordings.ts';

/**
 * Runs every check of a vendor against a mock of its spec, and records the exchanges.
 *
 * @throws {Error} When checks fail. The message names each.
 */
export async function recordChecks(vendor: string): Promise<Lines> {
  const lines = { accepted: new Set<string>(), refused: new Set<string>(), stubbed: new Set<string>() };
  const failures: string[] = [];
  const bench = await openBench(vendor);
  for (const check of evidenceKinds.flatMap((evidence) => checksOf(evidence, vendor))) {
    const kind = check.stubbed ? 'stubbed' : check.refused ? 'refused' : 'accepted';
    try {
      for (const exchange of await bench.run(check)) lines[kind].add(lineOf(exchange, bench.url));
    } catch (error) {
      failures.push(`${vendor}: ${check.name}: ${(error as Error).message}`);
    }
  }
  await bench.close();
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return { accepted: [...lines.accepted], refused: [...lines.refused], stubbed: [...lines.stubbed], uncounted: [] };
}
