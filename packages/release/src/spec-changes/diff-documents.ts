import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';
import type { Document } from '@plumbline/spec-tools/document/document';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import type { Change } from './change.ts';
import { correctImpact } from './correct-impact.ts';

/** Finds the differences between two documents except `info.version`, with `redocly diff`, and corrects their impact. */
export async function diffDocuments(base: Document, revision: Document): Promise<Change[]> {
  if (isDeepStrictEqual(withoutVersion(base), withoutVersion(revision))) return [];
  const found = await redoclyDiff(base, revision);
  const changes = found.filter(({ typeName, property }) => typeName !== 'Info' || property !== 'version');
  // Redocly ignores some differences, such as examples. They are published too.
  return changes.length > 0 ? changes.map((change) => correctImpact(change, revision)) : [unnamed];
}

const unnamed: Change = {
  path: '#/',
  typeName: 'Root',
  kind: 'modified',
  impact: 'patch',
  verdicts: [{ ruleId: 'unnamed', message: 'Examples or the order of things changed.' }],
};

async function redoclyDiff(base: Document, revision: Document): Promise<Change[]> {
  const folder = makeTemporaryFolder('spec-changes-');
  try {
    writeFileSync(join(folder, 'base.json'), JSON.stringify(base));
    writeFileSync(join(folder, 'revision.json'), JSON.stringify(revision));
    const parameters = ['diff', 'base.json', 'revision.json', '--format=json', '--output=diff.json', '--fail-on=none'];
    const { status, output } = await runRedocly(parameters, folder);
    if (status !== 0) throw new Error(`\`redocly diff\` could not compare the documents:\n${output.trim()}`);
    return JSON.parse(readFileSync(join(folder, 'diff.json'), 'utf8')).changes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutVersion(document: Document): Document {
  return { ...document, info: { ...document.info, version: '' } };
}
