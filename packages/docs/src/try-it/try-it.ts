/** Makes the form of a page send requests to a sandbox in the page. The sandbox is loaded when the form opens. */
import { exchange, getToken, parseJson } from './exchange.ts';
import { withFile } from './fill-body.ts';
import { readRequest } from './request.ts';
import { showNotice, showResponse } from './show.ts';
import { type SandboxCall, type TabOptions, TabSandbox } from './tab-sandbox.ts';

const specs = '../../../../specs';
/** The data of each vendor's sandbox, which Vite makes a file of its own. */
const files = import.meta.glob<{ readonly default: TabOptions['data'] }>('../../../../specs/*/dist/sandbox.js');

for (const box of document.querySelectorAll<HTMLDetailsElement>('details.try-it')) {
  const form = box.querySelector('form');
  if (!form) continue;
  let loaded: Promise<TabSandbox> | undefined;
  const load = () => {
    loaded ??= loadSandbox(box.dataset.vendor ?? '').catch((error) => {
      // The next request tries again.
      loaded = undefined;
      throw new Error('The sandbox could not be loaded. Check the connection, or load the page again.', {
        cause: error,
      });
    });
    return loaded;
  };
  box.addEventListener('toggle', () => box.open && load().catch(() => undefined));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(box, async () => send(box, form, await load()));
  });
  box.querySelector('.try-reset')?.addEventListener('click', () =>
    attempt(box, async () => {
      (await load()).reset();
      showNotice(box, '', 'The sandbox is as it was at first.');
    }),
  );
  const body = form.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
  form.querySelector<HTMLSelectElement>('select[name="example"]')?.addEventListener('change', ({ target }) => {
    const [chosen] = (target as HTMLSelectElement).selectedOptions;
    if (!body || !chosen) return;
    body.value = chosen.value;
    body.dataset.type = chosen.dataset.type ?? '';
  });
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
    input.addEventListener('change', () => attempt(box, () => fill(input, body)));
  }
}

/** Bytes. The request is stored as text, of which a browser stores little. */
const largestFile = 1_000_000;

/** Puts the chosen file into the request body. */
async function fill({ files: chosen, dataset }: HTMLInputElement, body: HTMLTextAreaElement | null): Promise<void> {
  const [file] = chosen ?? [];
  if (!file || !body) return;
  if (file.size > largestFile) throw new Error('The file is larger than 1 MB. Choose a smaller one for this form.');
  const { name, type } = file;
  body.value = withFile(body.value, dataset.file ?? '', body.dataset.type ?? '', {
    name,
    type,
    text: await file.text(),
  });
  if (body.dataset.type?.includes('*')) body.dataset.type = type || 'application/octet-stream';
}

async function loadSandbox(vendor: string): Promise<TabSandbox> {
  const file = files[`${specs}/${vendor}/dist/sandbox.js`];
  if (!file) throw new Error(`The site has no sandbox of ${vendor}.`);
  const [{ createSandbox }, { default: data }] = await Promise.all([import('@plumbline/sandbox'), file()]);
  return new TabSandbox({ vendor, data, createSandbox, storage: () => sessionStorage, date: () => Date.now() });
}

async function send(box: HTMLElement, form: HTMLFormElement, sandbox: TabSandbox): Promise<void> {
  const { server = '', token, statuses = '{}', pointers = '' } = form.dataset;
  const call = token === undefined ? undefined : (parseJson(token) as SandboxCall);
  const request = readRequest(form, call && (await getToken(sandbox, call)));
  const url = server + request.target;
  const shown = await exchange(sandbox, { ...request, url }, parseJson(pointers) as readonly string[] | undefined);
  showResponse(box, request, JSON.parse(statuses)[shown.status] ?? '', shown);
}

async function attempt(box: HTMLElement, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    showNotice(box, 'No response', (error as Error).message);
  }
}
