import type { Evidence, Level } from '@plumbline/spec-tools/document/document';
import { levels } from './evidence.ts';
import { flattenFields } from './field.ts';
import type { OperationPage } from './operation-page.ts';
import { allVendors } from './vendor.ts';

/** A statement of a spec that shows what an evidence level means. */
export interface EvidenceExample {
  readonly level: Level;
  readonly what: string;
  readonly operation: string;
  readonly page: string;
  readonly vendor: string;
  readonly evidence: Evidence;
}

/** For each level, the statement whose note is a full sentence and closest to 80 characters, so that it reads well. */
export const evidenceExamples: readonly EvidenceExample[] = levels.flatMap((level) => {
  const found = allVendors.flatMap((vendor) =>
    vendor.pages.flatMap((page) => {
      return listStatements(page).flatMap(({ what, evidence }): EvidenceExample[] => {
        if (evidence.level !== level || evidence === page.evidence || !isSentence(evidence.note)) return [];
        const source = { operation: page.name, page: `${vendor.key}/${page.path}/`, vendor: vendor.title };
        return [{ level, what, evidence, ...source }];
      });
    }),
  );
  const length = ({ evidence }: EvidenceExample) => Math.abs((evidence.note?.length ?? 0) - 80);
  return found.toSorted((one, other) => length(one) - length(other)).slice(0, 1);
});

/** The parts of a page whose evidence may differ from that of the operation, by name. */
function listStatements({ parameters, body, responses }: OperationPage): { what: string; evidence: Evidence }[] {
  const media = [...(body?.media ?? []), ...responses.flatMap((response) => response.media)];
  const fields = flattenFields([...parameters, ...media.flatMap(({ shape }) => shape.fields)]);
  return [
    ...fields.map(({ name, evidence }) => ({ what: name, evidence })),
    ...(body ? [{ what: 'request body', evidence: body.evidence }] : []),
    ...media.filter(({ differs }) => differs).map(({ type, evidence }) => ({ what: type, evidence })),
    ...responses.map(({ status, evidence }) => ({ what: status, evidence })),
  ];
}

function isSentence(note: string | undefined): boolean {
  return note !== undefined && note.length > 30 && note.endsWith('.');
}
