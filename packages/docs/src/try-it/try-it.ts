/** Makes the forms of a page send requests to the mock. The page makes no request before a form opens. */
import { readRequest, type TryRequest } from './request.ts';
import { describeViolations } from './violations.ts';

/** Headers that the mock and its server add, and that a vendor does not send. */
const mockHeaders = /^(sl-violations|connection|keep-alive|date|content-length|access-control-|vary)/;

for (const box of document.querySelectorAll<HTMLDetailsElement>('details.try-it')) {
  const form = box.querySelector('form');
  if (!form) continue;
  box.addEventListener('toggle', () => box.open && checkMock(box, form), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(box, form);
  });
  const body = form.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
  form.querySelector<HTMLSelectElement>('select[name="example"]')?.addEventListener('change', ({ target }) => {
    const [chosen] = (target as HTMLSelectElement).selectedOptions;
    if (!body || !chosen) return;
    body.value = chosen.value;
    body.dataset.type = chosen.dataset.type ?? '';
  });
}

async function checkMock(box: HTMLElement, form: HTMLFormElement): Promise<void> {
  const isRunning = await fetch(box.dataset.mock ?? '').then(
    ({ ok, headers }) => ok && headers.has('X-Mocks'),
    () => false,
  );
  form.hidden = !isRunning;
  for (const notice of box.querySelectorAll<HTMLElement>('.try-absent')) notice.hidden = isRunning;
}

async function send(box: HTMLElement, form: HTMLFormElement): Promise<void> {
  const request = readRequest(form);
  const { method, target, headers, body } = request;
  const url = `${box.dataset.mock}${box.dataset.vendor}${target}`;
  const start = performance.now();
  try {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    const ms = Math.round(performance.now() - start);
    show(box, request, `${response.status} ${response.statusText}`, `${ms} ms`, text, response);
  } catch (error) {
    show(box, request, 'No response', `${error}. Check that \`npm run docs\` is still running.`, '');
  }
}

function show(
  box: HTMLElement,
  request: TryRequest,
  status: string,
  detail: string,
  text: string,
  response?: Response,
): void {
  const parsed = parseJson(text);
  const violations = describeViolations(response?.headers.get('sl-violations') ?? null, parsed);
  const headers = [...(response?.headers ?? [])].filter(([name]) => !mockHeaders.test(name));
  const content = parsed === undefined ? text : JSON.stringify(parsed, null, 2);
  const requestHeaders = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  setText(box, '.try-status', `${status} · ${detail}`);
  setText(box, '.try-headers', headers.map(([name, value]) => `${name}: ${value}`).join('\n'));
  setText(box, '.try-response', content || '(no body)');
  setText(
    box,
    '.try-request',
    [`${request.method} ${request.target}`, ...requestHeaders, '', request.body ?? ''].join('\n').trim(),
  );
  const list = box.querySelector('.try-violations');
  list?.replaceChildren(
    ...violations.map((violation) => Object.assign(document.createElement('li'), { textContent: violation })),
  );
  for (const part of box.querySelectorAll<HTMLElement>('.try-result, .try-sent')) part.hidden = false;
  for (const part of box.querySelectorAll('.try-response, .try-request')) part.scrollTop = 0;
  const outcome = box.querySelector<HTMLElement>('.try-outcome');
  if (outcome) {
    outcome.dataset.ok = String(response?.ok ?? false);
    // The form may be longer than the window, and the column of the form scrolls by itself.
    outcome.scrollIntoView({ block: 'nearest' });
  }
}

function setText(box: HTMLElement, selector: string, text: string): void {
  const element = box.querySelector(selector);
  if (element) element.textContent = text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
