import { countOf } from './client/vendor-values.ts';
import type { Source } from './read/source.ts';
import type { WrittenUp } from './write-up/write-up.ts';

/** The most lines of one part of the report. The README of the spec has all. */
const most = 10;

/** Says what a new vendor has, what it lacks, and what to do. A part without lines is left out. */
export function describeAddition(vendor: string, source: Source, { document, taken, notes }: WrittenUp): string {
  const reasons = new Map<string, number>();
  for (const { reason } of notes.leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [
    `Added ${vendor} with ${countOf(taken.length)} of ${source.name}.`,
    ...part(`Left out ${notes.leftOut.length}`, counted(reasons)),
    ...part('Less exact than the document', counted(notes.leftOpen)),
    ...part('To do', [...notes.leftForYou, ...proposals(document)]),
    ...part('Good to know', notes.goodToKnow),
    `specs/${vendor}/README.md lists every place. "What comes next" in packages/new-vendor/README.md says how to go on.`,
  ].join('\n');
}

function part(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`  and ${lines.length - most} more.`] : [];
  return [`${title}:`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more];
}

/** `12 × reason`, the most frequent first. */
function counted(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort((one, other) => other[1] - one[1]).map(([what, count]) => `${count} × ${what}`);
}

/** What is inferred, and so marked `unknown`. The notes have how lists go on. */
function proposals(document: WrittenUp['document']): string[] {
  const resources = Object.keys(document['x-resources'] ?? {}).length;
  const kinds = resources === 1 ? '1 kind' : `${resources} kinds`;
  return [
    ...(resources > 0
      ? [`Check what the sandbox stores (\`x-resources\`): it is inferred from paths, for ${kinds} of things.`]
      : []),
    ...(document['x-errors'] ? ['Check where errors have their message (`x-errors`): it is inferred from names.'] : []),
  ];
}
