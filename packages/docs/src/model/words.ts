import { marked } from 'marked';

/** Markdown of a spec as HTML: a paragraph or more. */
export function proseOf(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

/** Markdown of a spec as HTML, without a paragraph around it. */
export function wordsOf(markdown: string): string {
  return marked.parseInline(markdown, { async: false });
}
