import type { Evidence, Level } from '@plumbline/spec-tools/document/document';
import { levels } from './evidence.ts';
import type { OperationPage } from './operation-page.ts';
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
      return statementsOf(page).flatMap(({ what, evidence }): EvidenceExample[] => {
        if (evidence.level !== level || evidence === page.evidence || !isSentence(evidence.note)) return [];
        const place = { operation: page.name, page: `${vendor.key}/${page.path}/`, vendor: vendor.title };
        return [{ level, what, evidence, ...place }];
      });
    }),
  );
  const length = ({ evidence }: EvidenceExample) => Math.abs((evidence.note?.length ?? 0) - 80);
  return found.toSorted((one, other) => length(one) - length(other)).slice(0, 1);
});

/** What of a page may be known in another way than its operation, by the name that it has there. */
function statementsOf({ parameters, body, answers }: OperationPage): { what: string; evidence: Evidence }[] {
  const media = [...(body?.media ?? []), ...answers.flatMap((answer) => answer.media)];
  const fields = allFields([...parameters, ...media.flatMap(({ shape }) => shape.fields)]);
  return [
    ...fields.map(({ name, evidence }) => ({ what: name, evidence })),
    ...(body ? [{ what: 'body', evidence: body.evidence }] : []),
    ...media.filter(({ differs }) => differs).map(({ type, evidence }) => ({ what: type, evidence })),
    ...answers.map(({ status, evidence }) => ({ what: status, evidence })),
  ];
}

function isSentence(note: string | undefined): boolean {
  return note !== undefined && note.length > 30 && note.endsWith('.');
}
