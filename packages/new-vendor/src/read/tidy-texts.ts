import { isObject, type Node } from './source.ts';

/** The parts of the root that everything reads. */
export function tidyRoot({ info, tags, servers, security, paths, ...rest }: Node): Node {
  return {
    ...rest,
    info: isObject(info) ? tidyTexts(info) : {},
    ...(Array.isArray(tags) && { tags: tags.filter((tag) => typeof Object(tag).name === 'string').map(tidyTexts) }),
    ...(Array.isArray(servers) && { servers: servers.filter(isObject) }),
    ...(Array.isArray(security) && { security: security.filter(isObject) }),
    paths: Object(paths),
  };
}

/** Keeps texts that are texts, without markup that a browser would run. */
export function tidyTexts(node: Node): Node {
  const texts = ['title', 'summary', 'description'].filter((key) => key in node);
  if (texts.length === 0) return node;
  const tidied = { ...node };
  for (const key of texts) {
    if (typeof node[key] === 'string') tidied[key] = escapeMarkup(node[key]);
    else delete tidied[key];
  }
  return tidied;
}

/** Tags that run or load something, and tags with event handlers. */
const unsafeTag = /<(?=\/?(script|style|iframe|object|embed|form|base|link|meta)\b|[a-z][^>]*\bon[a-z]+\s*=)/gi;

function escapeMarkup(text: string): string {
  return text.replace(unsafeTag, '&lt;').replace(/javascript:/gi, 'javascript&#58;');
}
