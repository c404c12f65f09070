import type { Element, Root, RootContent } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** A page as Markdown, with the title and the description for an index. */
export interface TwinPage {
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

const parser = unified().use(rehypeParse);
const writer = unified().use(rehypeRemark).use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-' });

/** Converts the HTML of a page to Markdown: its title and its content, without forms and navigation. */
export function toMarkdown(html: string): TwinPage {
  const tree = parser.parse(html);
  const title = textOf(select('h1', tree) ?? tree);
  const description = String(select('meta[name="description"]', tree)?.properties.content ?? '');
  const content = select('.sl-markdown-content', tree);
  if (!content)
    throw new Error(`The page ${title} has no element of the class sl-markdown-content, so it cannot become Markdown.`);
  const root: Root = { type: 'root', children: [content] };
  prune(root);
  for (const tab of selectAll('[role="tabpanel"]', root)) delete tab.properties.hidden;
  for (const frame of selectAll('.expressive-code', root)) replaceWithPlainCode(frame);
  const mdast = writer.runSync(root);
  const markdown = `# ${title}\n\n${writer.stringify(mdast as never).trim()}`;
  return { title, description, markdown };
}

/**
 * Removes elements without text for a reader: the title, which stands above the content, marked elements, images, links of headings to
 * themselves, buttons, and text for screen readers only.
 */
function prune(parent: Root | Element): void {
  const isText = (node: RootContent) => {
    if (node.type === 'comment') return false;
    if (node.type !== 'element') return true;
    const { tagName, properties } = node;
    const classes = (properties.className ?? []) as readonly string[];
    if (properties.dataNoMarkdown !== undefined) return false;
    if (['sr-only', 'tablist-wrapper', 'sl-anchor-link'].some((name) => classes.includes(name))) return false;
    return !['h1', 'script', 'style', 'svg', 'form', 'button'].includes(tagName);
  };
  const children = (parent.children as RootContent[]).filter(isText);
  (parent as { children: RootContent[] }).children = children;
  for (const child of children) if (child.type === 'element') prune(child);
}

/** Replaces a highlighted block, which has an element for each line, with a plain code block. */
function replaceWithPlainCode(frame: Element): void {
  const code = select('pre', frame);
  const lines = selectAll('.ec-line', frame).map((line) => textOf(line).replace(/\n$/, ''));
  const language = String(code?.properties.dataLanguage ?? '');
  const text = { type: 'text' as const, value: lines.join('\n') };
  const inner: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: [`language-${language}`] },
    children: [text],
  };
  frame.children = [{ type: 'element', tagName: 'pre', properties: {}, children: [inner] }];
}
