import type { Assumption } from '@plumbline/sandbox';
import type { SandboxCall, TabSandbox } from './tab-sandbox.ts';

/** What a reader sees of a response. */
export interface Shown {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** JSON is indented. Of bytes, it is their number. */
  readonly body: string;
  /** Why the request was refused, in words. Empty if the response does not say it. */
  readonly reason: string;
  readonly assumptions: readonly Assumption[];
}

/** Sends a request, and reads what the page shows of its response. */
export async function exchange(
  sandbox: TabSandbox,
  call: SandboxCall,
  pointers: readonly string[] | undefined,
): Promise<Shown> {
  const { response, assumptions } = await sandbox.send(call);
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  const isText = !/[\0\ufffd]/.test(text);
  const parsed = parseJson(text);
  return {
    status: response.status,
    headers: [...response.headers],
    body: isText ? (parsed === undefined ? text : JSON.stringify(parsed, null, 2)) : `(${bytes.byteLength} bytes)`,
    reason: response.ok ? '' : findReason(parsed, pointers),
    assumptions,
  };
}

/** Gets an access token from the sandbox. Returns an empty text if it gives none. */
export async function getToken(sandbox: TabSandbox, call: SandboxCall): Promise<string> {
  const { response } = await sandbox.send(call);
  const { access_token, token } = Object(parseJson(await response.text()));
  return String(access_token ?? token ?? '');
}

/** Finds the message of an error by the JSON Pointers of the spec (`x-errors`). */
function findReason(body: unknown, pointers = ['/message', '/error/message', '/error'] as readonly string[]): string {
  for (const pointer of pointers) {
    const found = pointer
      .slice(1)
      .split('/')
      .reduce((node: unknown, key) => Object(node)[key], body);
    const texts = [found].flat().filter((text) => typeof text === 'string');
    if (texts.length > 0) return texts.join(' ');
  }
  return '';
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
