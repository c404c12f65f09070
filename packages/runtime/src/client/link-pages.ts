import { PlumblineError } from '../errors/plumbline-error.ts';
import { readPlace } from '../errors/problem.ts';
import type { Reply } from './call.ts';
import type { ListFactory } from './client-features.ts';
import { findLink } from './link-header.ts';
import { PagedCall } from './paged-call.ts';
import type { LinkTarget, PageStyle } from './pagination.ts';
import { rememberCursors } from './repeats.ts';

/**
 * Makes the call of a list whose pages are selected by a URL that the page before contains: in its `Link` header (RFC 8288), or in its
 * body.
 *
 * A list ends with a page without such a URL. The URL of another origin is refused, because requests have credentials.
 */
export const listByLink: ListFactory = (operation, first, send) => {
  // By the body, which is what a page is.
  const replies = new WeakMap<object, Reply>();
  const linkPages: PageStyle = ({ next, more }, fail) => {
    const isSeen = rememberCursors();
    return (page, request) => {
      const reply = replies.get(Object(page));
      if (!reply) return undefined;
      const { result } = reply;
      const { url } = reply.call;
      const found = next ? readPlace(page, next) : findLink(result.response.headers.get('Link') ?? '');
      // JSON:API and HAL also have links that are objects.
      const link = Object(found) === found ? readPlace(found, ['href']) : found;
      const hasMore = more && readPlace(page, more);
      if (hasMore === false) return undefined;
      if (!link && hasMore === true) throw fail('truncated');
      if (!link) return undefined;
      if (typeof link !== 'string') throw fail('malformed');
      const target = resolveLink(operation.path, link, url);
      // The URL of this page counts, too.
      isSeen(url);
      if (isSeen(target.baseUrl + target.path)) throw fail('repeated');
      return { ...request, link: target };
    };
  };
  return new PagedCall(linkPages, operation, first, async (request, isStreaming) => {
    const reply = await send(request, isStreaming);
    const { data } = reply.result;
    if (Object(data) === data) replies.set(data as object, reply);
    return reply;
  });
};

/**
 * @param link A URL reference (RFC 3986), which may be relative to the URL of its page.
 * @throws {PlumblineError} If it leads to another origin. The message has no query.
 */
function resolveLink(label: string, link: string, base: string): LinkTarget {
  const { origin } = new URL(base);
  let url: URL;
  try {
    url = new URL(link, base);
  } catch {
    throw new PlumblineError(`${label}: the vendor's link to the next page is not a URL.`);
  }
  // A URL with a user name, and a `blob:` URL, may have the same origin.
  if (!url.href.startsWith(`${origin}/`)) {
    const other = /^https?:/.test(url.origin) && url.origin !== origin ? url.origin : 'a URL that is not plain';
    throw new PlumblineError(
      `${label}: the vendor's link to the next page leads to ${other}, and the client sends credentials to ${origin} only. Set \`baseUrl\` if the vendor has moved.`,
    );
  }
  return {
    baseUrl: origin,
    path: url.pathname + url.search,
    params: { path: undefined, query: undefined, header: undefined },
  };
}
