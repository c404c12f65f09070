import { expect, it } from 'vitest';
import type { Change } from './change.ts';
import { changeSections, firstSections, writeEntry } from './changelog.ts';
import { sampleDocument } from './sample-document.ts';

const document = sampleDocument();
const change = (part: Partial<Change>, pointer = '#/paths/~1items/get'): Change => ({
  path: pointer,
  typeName: 'Operation',
  kind: 'modified',
  impact: 'patch',
  verdicts: [],
  base: { pointer },
  revision: { pointer },
  ...part,
});

it('an entry lists breaks first, then additions, changes and removals, each sorted and once', () => {
  const broken = { impact: 'major', verdicts: [{ ruleId: 'x', message: 'Was\n  removed.' }] } as const;
  const changes = [
    change({ kind: 'removed' }, '#/components/schemas/Item/properties/parent'),
    change({ property: 'summary' }),
    change({ property: 'description' }),
    change({ property: 'summary' }),
    change({ kind: 'added', impact: 'minor' }, '#/paths/~1items~1{id}'),
    change({ kind: 'removed', ...broken }, '#/paths/~1items/get/parameters/0/schema'),
    change({ kind: 'added', ...broken }, '#/servers/0'),
  ];
  expect(changeSections(changes, document, document)).toEqual([
    { heading: 'Breaking', lines: ['`items/list` › parameters › state: Was removed.', 'servers › 0: Was removed.'] },
    { heading: 'Added', lines: ['`items/get` added.'] },
    { heading: 'Changed', lines: ['`items/list` › description changed.', '`items/list` › summary changed.'] },
    { heading: 'Removed', lines: ['`Item` › parent removed.'] },
  ]);
});

it('an entry without changes says that only the version changed', () => {
  expect(changeSections([], document, document)).toEqual([
    { heading: 'Changed', lines: ['Only the version, which is that of the client.'] },
  ]);
});

it('the first entry counts the operations', () => {
  expect(firstSections(document)).toEqual([{ heading: 'Added', lines: ['First version: 3 operations.'] }]);
});

const first = writeEntry(undefined, '0.1.0', [{ heading: 'Added', lines: ['First version: 3 operations.'] }]);
const sections = [
  { heading: 'Breaking', lines: ['A.', 'B.'] },
  { heading: 'Added', lines: ['C.'] },
] as const;

it('a changelog begins with what it is', () => {
  expect(first).toMatch(
    /^# Changelog\n\nThe changes of .+\n\n## 0\.1\.0\n\n### Added\n\n- First version: 3 operations\.\n$/s,
  );
});

it('a new entry stands above the others, which do not change', () => {
  const byHand = `${first}\nWritten by hand.\n\n- And in a list.\n`;
  const written = writeEntry(byHand, '0.2.0', sections);
  const entry = '## 0.2.0\n\n### Breaking\n\n- A.\n- B.\n\n### Added\n\n- C.\n\n';
  expect(written).toBe(byHand.replace('## 0.1.0', `${entry}## 0.1.0`));
});

it('writing the same entry again changes nothing', () => {
  const written = writeEntry(first, '0.2.0', sections);
  expect(writeEntry(written, '0.2.0', sections)).toBe(written);
});

it('new lists replace those of an entry, and the text above them stays', () => {
  const written = writeEntry(first, '0.2.0', sections).replace('## 0.2.0\n', '## 0.2.0\n\nRead this.\n\nAnd this.\n');
  const again = writeEntry(written, '0.2.0', [{ heading: 'Removed', lines: ['D.'] }]);
  expect(again).toBe(
    first.replace('## 0.1.0', '## 0.2.0\n\nRead this.\n\nAnd this.\n\n### Removed\n\n- D.\n\n## 0.1.0'),
  );
});
