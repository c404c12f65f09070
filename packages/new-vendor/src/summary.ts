import type { Source } from './source.ts';
import { countOf } from './vendor-files.ts';
import type { WrittenUp } from './write-up.ts';

/** What there is to say of a vendor that was added: what it has, what it has not, and what to do next. */
export function reportOf(vendor: string, source: Source, { taken, notes }: WrittenUp): string {
  const reasons = new Map<string, number>();
  for (const { reason } of notes.leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const leftOut = [...reasons].sort((one, other) => other[1] - one[1]).slice(0, 10);
  const lines = [
    `${vendor} is added, with ${countOf(taken.length)} of ${source.name}.`,
    ...(notes.leftOut.length > 0 ? [`Left out are ${notes.leftOut.length}:`] : []),
    ...leftOut.map(([reason, count]) => `  ${count} × ${reason}`),
    ...(reasons.size > leftOut.length ? [`  and ${reasons.size - leftOut.length} other reasons.`] : []),
    ...notes.leftForYou.map((text) => `For you: ${text}`),
    `specs/${vendor}/README.md has all of it. Now \`npm test\`; CONTRIBUTING.md, "Add a vendor", says what to do next.`,
  ];
  return lines.join('\n');
}
