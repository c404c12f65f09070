import { type WrittenParameter, writeRequest } from '../model/written-request.ts';
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
  const inputs = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-in]')];
  const filled = inputs.filter(({ value, dataset }) => value !== '' || dataset.in === 'path');
  const written = writeRequest(method, path, filled.map(readParameter));
  const requestHeaders: Record<string, string> = { ...written.headers };
  const body = form.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
  const prefer = form.querySelector<HTMLSelectElement>('select[name="prefer"]');
  const accept = prefer?.selectedOptions[0]?.dataset.type;
  if (token !== undefined) requestHeaders.Authorization = `Bearer ${token}`;
  if (body?.value) requestHeaders['Content-Type'] = body.dataset.type ?? 'application/json';
  if (prefer?.value) requestHeaders.Prefer = prefer.value;
  if (accept) requestHeaders.Accept = accept;
  return { method, target: written.target, headers: requestHeaders, body: body?.value || undefined };
}

/** Reads a parameter. A list or an object is JSON; invalid JSON is sent unchanged. */
function readParameter({ name, value, dataset }: HTMLInputElement | HTMLSelectElement): WrittenParameter {
  const { in: place, structured, style, explode, reserved, mediaType } = dataset;
  return {
    name,
    in: place as WrittenParameter['in'],
    value: (structured ? parseJson(value) : undefined) ?? value,
    style,
    explode: explode === undefined ? undefined : explode === 'true',
    allowReserved: reserved === 'true',
    mediaType,
  };
}
