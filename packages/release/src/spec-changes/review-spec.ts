import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '@plumbline/spec-tools/document/document';
import { changeSections, firstSections, lineOf, type Section, writeEntry } from './changelog.ts';
import { diffDocuments } from './diff-documents.ts';
import { demandedVersion, highestImpact, moveOf } from './version.ts';

/** A spec under review. */
export interface Subject {
  readonly vendor: string;
  /** The folder of the spec, with its bundle in `dist/openapi.json` and its `CHANGELOG.md`. */
  readonly folder: string;
  /** The document of the last release; `undefined` where there was none. */
  readonly released: Document | undefined;
  /** Whether to write the changelog instead of comparing it. */
  readonly write: boolean;
}

/** Whether a spec may be released, and why. */
export interface Review {
  readonly passed: boolean;
  readonly lines: readonly string[];
}

/** Checks that the version of a spec has moved as far as its changes demand, and that its changelog lists them. */
export async function reviewSpec({ vendor, folder, released, write }: Subject): Promise<Review> {
  const document: Document = JSON.parse(readFileSync(join(folder, 'dist', 'openapi.json'), 'utf8'));
  const { version } = document.info;
  const changelog = (sections: readonly Section[]) =>
    reviewChangelog({ vendor, path: join(folder, 'CHANGELOG.md'), version, sections, write });
  if (!released) {
    const entry = changelog(firstSections(document));
    return { passed: entry.passed, lines: [`${vendor} ${version}: never released.`, ...entry.lines] };
  }

  const changes = await diffDocuments(released, document);
  const impact = highestImpact(changes);
  const from = released.info.version;
  const demanded = demandedVersion(from, impact);
  const move = moveOf(from, version, impact);
  const lines = [
    `${vendor} ${from} → ${version}: ${impact === undefined ? 'no change' : `changes, ${impact} at most`}.`,
    ...changes.map((change) => `  ${change.impact.padEnd(5)} ${lineOf(change, released, document)}`).sort(),
  ];
  if (move === 'backwards') {
    return {
      passed: false,
      lines: [...lines, `info.version went back: ${from} is released. Write ${demanded} or higher.`],
    };
  }
  if (move === 'too little') {
    const hint = 'A changeset moves it: CONTRIBUTING.md, "Change a spec".';
    return { passed: false, lines: [...lines, `info.version is ${version}; the changes demand ${demanded}. ${hint}`] };
  }
  if (move === 'more') lines.push(`The changes demand ${demanded} only. A client may demand more.`);
  if (version === from) return { passed: true, lines };
  const entry = changelog(changeSections(changes, released, document));
  return { passed: entry.passed, lines: [...lines, ...entry.lines] };
}

interface Entry {
  readonly vendor: string;
  readonly path: string;
  readonly version: string;
  readonly sections: readonly Section[];
  readonly write: boolean;
}

function reviewChangelog({ vendor, path, version, sections, write }: Entry): Review {
  const text = existsSync(path) ? readFileSync(path, 'utf8').replace(/\r\n/g, '\n') : undefined;
  const wanted = writeEntry(text, version, sections);
  if (wanted === text) return { passed: true, lines: [] };
  if (write) {
    writeFileSync(path, wanted);
    return { passed: true, lines: [`Wrote specs/${vendor}/CHANGELOG.md.`] };
  }
  const command = `npx node scripts/spec-changes.ts changelog ${vendor}`;
  return { passed: false, lines: [`specs/${vendor}/CHANGELOG.md has no entry for ${version}. Run \`${command}\`.`] };
}
