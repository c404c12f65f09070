import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import type { Comparison, CountedDifference } from './compare-exchanges.ts';
import { hiddenName } from './printable-names.ts';
import { createLocator, type SourceLocation } from './source-location.ts';

/** What `--json` prints. It holds no credential and no value of a response. */
export interface Report {
  readonly vendor: string;
  /** The version of the spec. */
  readonly version: string;
  /** How many responses were compared. */
  readonly responses: number;
  /** How many differences break callers. */
  readonly breaking: number;
  readonly differences: readonly (CountedDifference & { readonly source: SourceLocation | undefined })[];
  readonly notes: readonly string[];
}

/** Makes the report of a comparison. */
export function createReport(
  vendor: string,
  document: Document,
  comparison: Comparison,
  notes: readonly string[],
): Report {
  const locate = createLocator(join(root, 'specs', vendor));
  const { differences, responses } = comparison;
  const hasHidden = differences.some(({ message }) => message.includes(hiddenName));
  return {
    vendor,
    version: document.info.version,
    responses,
    breaking: differences.filter(({ breaking }) => breaking).length,
    differences: differences.map((difference) => ({ ...difference, source: locate(difference.at) })),
    notes: [
      ...notes,
      ...comparison.notes,
      ...(hasHidden ? [`${hiddenName} is a name that the spec does not contain. --show-names prints it.`] : []),
    ],
  };
}

/** Writes a report for people. */
export function formatReport({ vendor, version, responses, breaking, differences, notes }: Report): string {
  const result =
    differences.length === 0 ? 'no difference' : `${plural(differences.length, 'difference')}, ${breaking} breaking`;
  const blocks = differences.map(
    ({ breaking: breaks, operation, place, pointer, message, count, source, at, change }) => {
      const times = count > 1 ? ` (${count} times)` : '';
      const where = source ? `${source.file}:${source.line}` : `dist/openapi.json ${at}`;
      return `${breaks ? 'breaking' : 'minor'}: ${operation}, ${`${place} ${pointer}`.trim()}: ${message}${times}\n  ${where}: ${change}`;
    },
  );
  const summary = `${vendor}: ${plural(responses, 'response')} compared with spec ${version}: ${result}.`;
  return `${[summary, ...blocks, notes.join('\n')].filter(Boolean).join('\n\n')}\n`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
