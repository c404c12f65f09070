import type { Evidence, Level } from '@plumbline/scripts/spec';
import { levels } from './evidence.ts';
import { allFields } from './shape.ts';
import { allVendors } from './vendor.ts';

/** A statement of a spec, to show what its level means. */
export interface EvidenceExample {
  readonly level: Level;
  readonly what: string;
  readonly operation: string;
  readonly page: string;
  readonly vendor: string;
  readonly evidence: Evidence;
}

/** For each level the statement whose note is the easiest to read: the shortest of a whole sentence. */
export const evidenceExamples: readonly EvidenceExample[] = levels.flatMap((level) => {
  const found = allVendors.flatMap((vendor) =>
    vendor.pages.flatMap((page) => {
      const bodies = [...(page.body?.media ?? []), ...page.answers.flatMap(({ media }) => media)];
      const fields = [...page.parameters, ...bodies.flatMap(({ shape }) => shape.fields)];
      return allFields(fields).flatMap(({ name, evidence }): EvidenceExample[] => {
        if (evidence.level !== level || evidence === page.evidence || !isSentence(evidence.note)) return [];
        const place = { operation: page.name, page: `${vendor.key}/${page.path}/`, vendor: vendor.title };
        return [{ level, what: name, evidence, ...place }];
      });
    }),
  );
  const length = ({ evidence }: EvidenceExample) => Math.abs((evidence.note?.length ?? 0) - 80);
  return found.toSorted((one, other) => length(one) - length(other)).slice(0, 1);
});

function isSentence(note: string | undefined): boolean {
  return note !== undefined && note.length > 30 && note.endsWith('.');
}
