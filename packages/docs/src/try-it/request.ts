import { parseJson } from './exchange.ts';

/** A request from the form of an operation. */
export interface TryRequest {
  readonly method: string;
  /** The path and the query, relative to the server of the operation. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Reads the request from a form. Its access token, if it needs one, is not part of the form. */
export function readRequest(form: HTMLFormElement, token: string | undefined): TryRequest {
  const { method = 'GET', path = '' } = form.dataset;
  const requestHeaders: Record<string, string> = {};
  const query = new URLSearchParams();
  let target = path;
  for (const input of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-in]')) {
    const { name, value, dataset } = input;
    if (dataset.in === 'path') target = target.replace(`{${name}}`, encodeURIComponent(value));
    else if (value === '') continue;
    else if (dataset.in === 'header') requestHeaders[name] = value;
    else appendTo(query, name, value, dataset);
  }
  const body = form.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
  const prefer = form.querySelector<HTMLSelectElement>('select[name="prefer"]');
  const accept = prefer?.selectedOptions[0]?.dataset.type;
  if (token !== undefined) requestHeaders.Authorization = `Bearer ${token}`;
  if (body?.value) requestHeaders['Content-Type'] = body.dataset.type ?? 'application/json';
  if (prefer?.value) requestHeaders.Prefer = prefer.value;
  if (accept) requestHeaders.Accept = accept;
  const search = query.size > 0 ? `?${query}` : '';
  return { method, target: target + search, headers: requestHeaders, body: body?.value || undefined };
}

/** Serializes arrays and objects in the style of the spec: `a=1&a=2`, `a=1,2` or `a[b]=1`. Invalid JSON is sent unchanged. */
function appendTo(
  query: URLSearchParams,
  name: string,
  value: string,
  { structured, style, explode }: DOMStringMap,
): void {
  const parsed = structured ? parseJson(value) : undefined;
  if (Array.isArray(parsed)) {
    if (explode === 'true') for (const item of parsed) query.append(name, String(item));
    else query.append(name, parsed.join(','));
  } else if (parsed && typeof parsed === 'object') {
    for (const [key, item] of Object.entries(parsed))
      query.append(style === 'deepObject' ? `${name}[${key}]` : key, String(item));
  } else query.append(name, value);
}
