/** The parts of a `Link` header. A text or a URL that does not end is the rest of the header. */
const tokens = /<[^>]*>?|"(?:[^"\\]|\\.)*"?|[,;=]|[^\s,;=<"]+/gs;

/**
 * Finds the target of a link with `rel="next"` in a `Link` header (RFC 8288); undefined if it has none. Links that have another context,
 * an `anchor`, and links that are malformed are ignored.
 */
export function findLink(header: string): string | undefined {
  let link: string[] = [];
  for (const token of [...(header.match(tokens) ?? []), ',']) {
    if (token !== ',') link.push(token);
    else {
      const [target = '', ...parameters] = link;
      if (/^<.*>$/s.test(target) && isNext(parameters)) return target.slice(1, -1).trim();
      link = [];
    }
  }
  return undefined;
}

/** Whether the first `rel` of a link has the relation `next`, and its context is the page. */
function isNext(parameters: readonly string[]): boolean {
  let relations: string | undefined;
  for (const [index, separator] of parameters.entries()) {
    const name = parameters[index + 1] ?? '';
    if (separator !== ';' || parameters[index + 2] !== '=') continue;
    if (/^anchor$/i.test(name)) return false;
    // Only the first one counts (RFC 8288 §3.3).
    if (/^rel$/i.test(name)) relations ??= (parameters[index + 3] ?? '').replace(/^"|"$/g, '').replace(/\\(.)/gs, '$1');
  }
  return /(^|\s)next(\s|$)/i.test(relations ?? '');
}
