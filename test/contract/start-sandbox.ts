import { createSandbox, type VendorData } from '@plumbline/sandbox';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { stripSpec } from '@plumbline/spec-tools/sandbox/sandbox-data';
import type { Mock } from './check.ts';
import { type Fetch, recordedUrl } from './recording.ts';

/**
 * Starts a sandbox of a document in this process, without a port. It begins with the examples of the document.
 *
 * Checks send the credentials that a vendor prints, or made-up ones, and a sandbox accepts its own alone. So each credential that a
 * request has is replaced by the sandbox's. A missing one stays missing.
 */
export async function startSandbox(document: Document): Promise<Mock> {
  const data: VendorData = stripSpec(document);
  const sandbox = createSandbox(data, { examples: true });
  return {
    url: recordedUrl,
    fetch: replaceCredentials(document, sandbox),
    reset: sandbox.reset,
    close: async () => {},
  };
}

interface Sandbox {
  readonly credentials: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
}

function replaceCredentials(document: Document, { credentials, fetch }: Sandbox): Fetch {
  const { components } = document as unknown as {
    readonly components: { readonly securitySchemes: Readonly<Record<string, { readonly name?: string }>> };
  };
  const keys = Object.entries(components.securitySchemes).flatMap(([scheme, { name }]) =>
    name && credentials[scheme] ? [[name, credentials[scheme]] as const] : [],
  );
  const issuer = operationsOf(document).find(({ object }) => object['x-effect']?.client);
  const own = { client_id: credentials.clientId ?? '', client_secret: credentials.clientSecret ?? '' };

  const requestToken = async (): Promise<string> => {
    const [type = ''] = Object.keys(issuer?.body?.content ?? {});
    const input = { ...(issuer && exampleInput(document, issuer)), ...own };
    const body = type.endsWith('json') ? JSON.stringify(input) : String(new URLSearchParams(input));
    const init = { method: 'POST', headers: { 'Content-Type': type }, body };
    const response = await fetch(recordedUrl + issuer?.path, init);
    return String(Object(await response.json()).access_token);
  };

  return async (url, init) => {
    const headers = new Headers(init.headers);
    for (const [name, value] of keys) if (headers.get(name)) headers.set(name, value);
    if (/^Bearer (?!sandbox_)/.test(headers.get('Authorization') ?? '')) {
      headers.set('Authorization', `Bearer ${await requestToken()}`);
    }
    if (init.method !== 'POST' || new URL(url).pathname !== issuer?.path || typeof init.body !== 'string') {
      return fetch(url, { ...init, headers });
    }
    const body = Object.entries(own).reduce(
      (text, [name, value]) =>
        text
          .replace(new RegExp(`("${name}":)"(?:[^"\\\\]|\\\\.)+"`), (_, before) => `${before}"${value}"`)
          .replace(new RegExp(`\\b(${name}=)[^&]+`), (_, before) => before + value),
      init.body,
    );
    return fetch(url, { ...init, headers, body });
  };
}
