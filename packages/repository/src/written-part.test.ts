import { expect, it } from 'vitest';
import { replaceWritten } from './written-part.ts';

const text = `a
<!-- written by \`npm run one\` -->
1
<!-- /written -->
b
<!-- written by \`npm run two\` -->
2
<!-- /written -->
c`;

it('replaceWritten replaces the part of one command, and nothing around it', () => {
  const once = replaceWritten(text, 'npm run one', 'new');
  expect(once).toBe(text.replace('\n1\n', '\n\nnew\n\n'));
  expect(replaceWritten(once, 'npm run two', '$1')).toBe(once.replace('\n2\n', () => '\n\n$1\n\n'));
});

it('replaceWritten gives the same text again for the same part', () => {
  const once = replaceWritten(text, 'npm run one', 'new');
  expect(replaceWritten(once, 'npm run one', 'new')).toBe(once);
});

it.each([['npm run three'], ['npm run']])('replaceWritten refuses a text without a place for %s', (command) => {
  expect(() => replaceWritten(text, command, 'new')).toThrow(`no place between <!-- written by \`${command}\` -->`);
});
