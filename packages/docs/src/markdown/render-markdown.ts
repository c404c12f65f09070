import { marked } from 'marked';

/** Renders Markdown of a spec as HTML paragraphs. */
export function renderMarkdown(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

/** Renders Markdown of a spec as HTML without a paragraph around it. */
export function renderInlineMarkdown(markdown: string): string {
  return marked.parseInline(markdown, { async: false });
}
