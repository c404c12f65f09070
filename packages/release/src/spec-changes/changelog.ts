import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import type { Change } from './change.ts';
import { placeOf } from './schema-path.ts';

const introduction = `What changed in the document of the API from release to release. \`npx node scripts/spec-changes.ts changelog\` writes the lists of
the newest entry from what \`redocly diff\` finds; what stands between an entry's heading and its lists is written by hand and kept.`;

/** A list of an entry: its heading, and its lines. */
export interface Section {
  readonly heading: 'Breaking' | 'Added' | 'Changed' | 'Removed';
  readonly lines: readonly string[];
}

/** What a release changes, as the lists of its entry. */
export function changeSections(changes: readonly Change[], base: Document, revision: Document): Section[] {
  if (changes.length === 0) {
    return [{ heading: 'Changed', lines: ['Nothing but the version, which is that of the client.'] }];
  }
  const kinds = { added: 'Added', modified: 'Changed', removed: 'Removed' } as const;
  const headingOf = ({ impact, kind }: Change) => (impact === 'major' ? 'Breaking' : kinds[kind]);
  return (['Breaking', 'Added', 'Changed', 'Removed'] as const)
    .map((heading) => ({
      heading,
      lines: [
        ...new Set(
          changes.filter((change) => headingOf(change) === heading).map((change) => lineOf(change, base, revision)),
        ),
      ].sort(),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** The lists of the entry of a document that was never released. */
export function firstSections(document: Document): Section[] {
  return [{ heading: 'Added', lines: [`First version: ${operationsOf(document).length} operations.`] }];
}

/** A change in a line: where it is, and what Redocly's rules say of it. */
export function lineOf(change: Change, base: Document, revision: Document): string {
  const messages = [...new Set(change.verdicts.map(({ message }) => message.replace(/\s+/g, ' ')))];
  const place = placeOf(change, base, revision);
  return messages.length > 0
    ? `${place}: ${messages.join(' ')}`
    : `${place} ${change.kind.replace('modified', 'changed')}.`;
}

/**
 * Writes the entry of a version into a changelog, above the others, or anew where it has one. What was written by hand above the
 * lists of that entry is kept, and every other entry as it is.
 *
 * @param text The changelog so far; `undefined` where there is none.
 */
export function writeEntry(text: string | undefined, version: string, sections: readonly Section[]): string {
  const [head = '', ...entries] = (text ?? `# Changelog\n\n${introduction}\n`).split(/^(?=## )/m);
  const isOwn = (entry: string) => entry.split('\n')[0]?.trim() === `## ${version}`;
  // The heading, and what a person wrote below it.
  const [top = `## ${version}`] = entries.find(isOwn)?.split(/^### /m) ?? [];
  const lists = sections.map(
    ({ heading, lines }) => `### ${heading}\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
  const parts = [head, top, ...lists, ...entries.filter((entry) => !isOwn(entry))];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}
