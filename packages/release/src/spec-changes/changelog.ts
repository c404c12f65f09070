import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import type { Change } from './change.ts';
import { schemaPath } from './schema-path.ts';

const introduction = `The changes of the API document in each release. \`npx node scripts/spec-changes.ts changelog\` writes the lists of the newest entry
from the differences that \`redocly diff\` finds. Text between the heading of an entry and its lists is written by hand, and kept.`;

/** One list of an entry. */
export interface Section {
  readonly heading: 'Breaking' | 'Added' | 'Changed' | 'Removed';
  readonly lines: readonly string[];
}

/** Makes the lists of an entry from the changes of a release. */
export function changeSections(changes: readonly Change[], base: Document, revision: Document): Section[] {
  if (changes.length === 0) {
    return [{ heading: 'Changed', lines: ['Only the version, which is that of the client.'] }];
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

/** Makes the lists of the first entry of a document. */
export function firstSections(document: Document): Section[] {
  return [{ heading: 'Added', lines: [`First version: ${operationsOf(document).length} operations.`] }];
}

/** Describes a change in one line: where it is, and what Redocly's rules say about it. */
export function lineOf(change: Change, base: Document, revision: Document): string {
  const messages = [...new Set(change.verdicts.map(({ message }) => message.replace(/\s+/g, ' ')))];
  const path = schemaPath(change, base, revision);
  return messages.length > 0
    ? `${path}: ${messages.join(' ')}`
    : `${path} ${change.kind.replace('modified', 'changed')}.`;
}

/**
 * Writes the entry of a version into a changelog, above the other entries. An entry that exists is replaced, except for the text that a
 * person wrote above its lists. The other entries don't change.
 *
 * @param text The present changelog, if there is one.
 */
export function writeEntry(text: string | undefined, version: string, sections: readonly Section[]): string {
  const [head = '', ...entries] = (text ?? `# Changelog\n\n${introduction}\n`).split(/^(?=## )/m);
  const isOwn = (entry: string) => entry.split('\n')[0]?.trim() === `## ${version}`;
  // The heading, and the text that a person wrote below it.
  const [top = `## ${version}`] = entries.find(isOwn)?.split(/^### /m) ?? [];
  const lists = sections.map(
    ({ heading, lines }) => `### ${heading}\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
  const parts = [head, top, ...lists, ...entries.filter((entry) => !isOwn(entry))];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}
