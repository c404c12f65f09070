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

it('replaces what a command has written, and leaves what stands around it and what others have written', () => {
  const once = replaceWritten(text, 'npm run one', 'new');
  expect(once).toBe(text.replace('\n1\n', '\n\nnew\n\n'));
  expect(replaceWritten(once, 'npm run two', '$1')).toBe(once.replace('\n2\n', () => '\n\n$1\n\n'));
});

it('gives the same text again for the same part', () => {
  const once = replaceWritten(text, 'npm run one', 'new');
  expect(replaceWritten(once, 'npm run one', 'new')).toBe(once);
});

it.each([['npm run three'], ['npm run']])('refuses a text without a place for %s', (command) => {
  expect(() => replaceWritten(text, command, 'new')).toThrow(`no place between <!-- written by \`${command}\` -->`);
});
