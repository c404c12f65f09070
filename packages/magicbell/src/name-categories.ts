import { type HttpRequest, PlumblineError } from '@plumbline/runtime';

interface Categories {
  readonly categories?: unknown;
}

/**
 * Names categories in both forms that MagicBell may read, because a form that it does not read would apply to everything: in a
 * deletion at the top of the body and within `subscription`, in a filter as `category` and as `categories`.
 *
 * @throws {PlumblineError} If a deletion or an unsubscription names no category.
 */
export function nameCategories(request: HttpRequest): HttpRequest {
  const { method, path } = request;
  if (method === 'POST' && /\/notifications\/(read|seen)$/.test(path)) return nameFilters(request);
  const isDeletion = method === 'DELETE' && /\/subscriptions\/[^/]+$/.test(path);
  if (!isDeletion && !/\/subscriptions\/[^/]+\/unsubscribe$/.test(path)) return request;
  const body = parseBody(request.body);
  const { categories } = (isDeletion ? body : body.subscription) ?? {};
  if (!Array.isArray(categories) || !categories.length || !categories.every((category) => isName(category?.slug))) {
    const field = isDeletion ? 'categories' : 'subscription.categories';
    throw new PlumblineError(
      `${method} ${path}: \`${field}\` names no category, so the whole topic could be meant. For all categories, pass [{ slug: '*' }].`,
    );
  }
  return isDeletion ? request.with({ body: JSON.stringify({ ...body, subscription: { categories } }) }) : request;
}

const filters = [
  ['category', 'categories'],
  ['categories', 'category'],
  ['topic', 'topics'],
  ['topics', 'topic'],
] as const;

/** Repeats a filter under its other name. A value with a comma is not repeated: it is one value of one name, and several of the other. */
function nameFilters(request: HttpRequest): HttpRequest {
  let { url } = request;
  for (const [name, other] of filters) {
    const value = new RegExp(`[?&]${name}=([^&]+)`).exec(url)?.[1];
    if (value && !/,|%2C/i.test(value) && !new RegExp(`[?&]${other}=`).test(url)) url += `&${other}=${value}`;
  }
  return request.with({ url });
}

function parseBody(body: unknown): Categories & { readonly subscription?: Categories } {
  try {
    return Object(JSON.parse(body as string));
  } catch {
    return {};
  }
}

const isName = (slug: unknown): boolean => typeof slug === 'string' && slug.trim() !== '';
