/** Brings the forms of a page to life. Nothing is asked of the mock before a form is opened. */
import { complaintsOf } from './complaints.ts';
import { requestOf, type TryRequest } from './request.ts';

/** Headers that the mock and its server add. */
const ofTheMock = /^(access-control-|sl-violations|connection|keep-alive|date)/;

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
  const there = await fetch(box.dataset.mock ?? '').then(
    ({ ok, headers }) => ok && headers.has('X-Mocks'),
    () => false,
  );
  form.hidden = !there;
  for (const absent of box.querySelectorAll<HTMLElement>('.try-absent')) absent.hidden = there;
}

async function send(box: HTMLElement, form: HTMLFormElement): Promise<void> {
  const request = requestOf(form);
  const { method, target, headers, body } = request;
  const url = `${box.dataset.mock}${box.dataset.vendor}${target}`;
  const start = performance.now();
  try {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    const ms = Math.round(performance.now() - start);
    show(box, request, `${response.status} ${response.statusText}`, `${ms} ms`, text, response);
  } catch (error) {
    show(box, request, 'No answer', `${error}. Is \`npm run docs\` still running?`, '');
  }
}

function show(
  box: HTMLElement,
  request: TryRequest,
  status: string,
  more: string,
  text: string,
  response?: Response,
): void {
  const parsed = parse(text);
  const complaints = complaintsOf(response?.headers.get('sl-violations') ?? null, parsed);
  const headers = [...(response?.headers ?? [])].filter(([name]) => !ofTheMock.test(name));
  const head = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const answer = parsed === undefined ? text : JSON.stringify(parsed, null, 2);
  const sent = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  write(box, '.try-status', `${status} · ${more}`);
  write(box, '.try-answer', [head, answer || '(no body)'].filter(Boolean).join('\n\n'));
  write(
    box,
    '.try-request',
    [`${request.method} ${request.target}`, ...sent, '', request.body ?? ''].join('\n').trim(),
  );
  const list = box.querySelector('.try-complaints');
  list?.replaceChildren(
    ...complaints.map((complaint) => Object.assign(document.createElement('li'), { textContent: complaint })),
  );
  const result = box.querySelector<HTMLElement>('.try-result');
  if (result) {
    result.hidden = false;
    result.dataset.ok = String(response?.ok ?? false);
  }
}

function write(box: HTMLElement, selector: string, text: string): void {
  const element = box.querySelector(selector);
  if (element) element.textContent = text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
