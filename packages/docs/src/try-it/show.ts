import type { Assumption } from '@plumbline/sandbox';
import type { Shown } from './exchange.ts';
import type { TryRequest } from './request.ts';

/** Shows what happened, where there is no response. */
export function showNotice(box: HTMLElement, status: string, sentence: string): void {
  setText(box, '.try-status', status);
  setText(box, '.try-reason', sentence);
  for (const part of box.querySelectorAll<HTMLElement>('.try-result, .try-sent, .try-assumptions')) part.hidden = true;
  scrollTo(box, false);
}

/** Shows a response, the request that it belongs to, and what the response leans on. */
export function showResponse(box: HTMLElement, request: TryRequest, statusText: string, shown: Shown): void {
  const { status, headers, body, reason, assumptions } = shown;
  const formatHeaders = (all: Shown['headers']) => all.map(([name, value]) => `${name}: ${value}`);
  setText(box, '.try-status', `${status} ${statusText}`.trim());
  setText(box, '.try-reason', reason);
  setText(box, '.try-headers', formatHeaders(headers).join('\n'));
  setText(box, '.try-response', body || '(no body)');
  const requestLines = [`${request.method} ${request.target}`, ...formatHeaders(Object.entries(request.headers))];
  setText(box, '.try-request', [...requestLines, '', request.body ?? ''].join('\n').trim());
  for (const part of box.querySelectorAll<HTMLElement>('.try-result, .try-sent')) part.hidden = false;
  for (const part of box.querySelectorAll('.try-response, .try-request')) part.scrollTop = 0;
  showAssumptions(box, assumptions);
  scrollTo(box, status < 400);
}

function showAssumptions(box: HTMLElement, assumptions: readonly Assumption[]): void {
  const part = box.querySelector<HTMLElement>('.try-assumptions');
  if (!part) return;
  part.hidden = assumptions.length === 0;
  setText(part, '.try-count', String(assumptions.length));
  part.querySelector('ul')?.replaceChildren(
    ...assumptions.flatMap(({ level, place, note }) => {
      const entry = part.querySelector<HTMLTemplateElement>(`template.${level}`)?.content.cloneNode(true);
      if (!(entry instanceof DocumentFragment)) return [];
      setText(entry, 'code', place.trim());
      entry.querySelector('p')?.replaceChildren(...readCode(note));
      return entry;
    }),
  );
}

/** Makes elements of what stands between backticks. */
function readCode(note: string): (string | HTMLElement)[] {
  return note.split('`').map((text, index) => {
    return index % 2 ? Object.assign(document.createElement('code'), { textContent: text }) : text;
  });
}

function scrollTo(box: HTMLElement, isOk: boolean): void {
  const outcome = box.querySelector<HTMLElement>('.try-outcome');
  if (!outcome) return;
  outcome.dataset.ok = String(isOk);
  // The form may be longer than the window, and the column of the form scrolls by itself.
  outcome.scrollIntoView({ block: 'nearest' });
}

function setText(parent: ParentNode, selector: string, text: string): void {
  const element = parent.querySelector(selector);
  if (element) element.textContent = text;
}
