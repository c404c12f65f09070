import { expect, it } from 'vitest';
import { toMarkdown } from './to-markdown.ts';

const page = (content: string) =>
  `<html><head><meta name="description" content="What it is."></head><body><nav>Menu</nav><h1>Users</h1><div class="sl-markdown-content">${content}</div></body></html>`;

it('a page becomes its title, its description and its text', () => {
  expect(toMarkdown(page('<p>All <strong>users</strong>.</p>'))).toEqual({
    title: 'Users',
    description: 'What it is.',
    markdown: '# Users\n\nAll **users**.',
  });
});

it('a highlighted block becomes a plain code block with its language', () => {
  const line = (text: string) => `<div class="ec-line"><div class="code"><span>${text}</span></div></div>`;
  const block = `<div class="expressive-code"><figure><pre data-language="ts"><code>${line('const a = 1;')}${line('a;')}</code></pre><button>Copy</button></figure></div>`;
  expect(toMarkdown(page(block)).markdown).toBe('# Users\n\n```ts\nconst a = 1;\na;\n```');
});

it('the content of every tab stays; tab names, forms and images are removed', () => {
  const tabs = '<div class="tablist-wrapper">curl</div><div role="tabpanel" hidden><p>Second</p></div>';
  const rest = '<form>Send</form><svg><text>bar</text></svg><details data-no-markdown>Try it</details>';
  expect(toMarkdown(page(tabs + rest)).markdown).toBe('# Users\n\nSecond');
});

it('a heading has no link to itself', () => {
  const heading = '<h2 id="all">All</h2><a class="sl-anchor-link" href="#all"><svg></svg></a>';
  expect(toMarkdown(page(heading)).markdown).toBe('# Users\n\n## All');
});

it('a page without content throws an error', () => {
  expect(() => toMarkdown('<h1>Empty</h1>')).toThrow('The page Empty has no element of the class sl-markdown-content');
});
