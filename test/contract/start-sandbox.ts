import { createSandbox, type VendorData } from '@plumbline/sandbox';
import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { schemesOf } from '@plumbline/spec-tools/document/security-scheme';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import type { MockServer } from '@plumbline/spec-tools/mock/mock-server';
import { stripSpec } from '@plumbline/spec-tools/sandbox/sandbox-data';
import { type Fetch, recordedUrl } from './recording.ts';

/** A mock of a document: Prism on a port, or a sandbox in this process. */
export interface Mock extends MockServer {
  /** @default false */
  readonly isSandbox?: boolean;
  /** Sends a request to the mock. @default the platform's `fetch` */
  readonly fetch?: Fetch;
  /** Makes the mock forget what earlier checks did, if it remembers. */
  readonly reset?: () => void;
}

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
    isSandbox: true,
    url: recordedUrl,
    fetch: replaceCredentials(document, sandbox),
    reset: sandbox.reset,
    close: async () => {},
  };
}

/** The credentials that the sandbox of a document accepts, by the security scheme. Access tokens are not among them. */
export function sandboxCredentials(document: Document): Readonly<Record<string, string>> {
  const known = credentialsOf.get(document);
  if (known) return known;
  const { credentials } = createSandbox(stripSpec(document));
  const { token } = credentials;
  // The option of the only scheme that takes a token is `token`, under each name of the scheme.
  const isOption = token !== undefined && !schemesOf(document).has('token');
  const names = [...schemesOf(document)].flatMap(([name, { type }]) => (isOption && type !== 'apiKey' ? [name] : []));
  const all = { ...Object.fromEntries(names.map((name) => [name, token ?? ''])), ...credentials };
  credentialsOf.set(document, all);
  return all;
}

const credentialsOf = new WeakMap<Document, Readonly<Record<string, string>>>();

interface Sandbox {
  readonly credentials: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
}

function replaceCredentials(document: Document, { credentials, fetch }: Sandbox): Fetch {
  const keys = [...schemesOf(document)].flatMap(([scheme, { in: place, name }]) =>
    place === 'header' && name && !/^authorization$/i.test(name) && credentials[scheme]
      ? [[name, credentials[scheme]] as const]
      : [],
  );
  const issuer = operationsOf(document).find(({ object }) => object['x-effect']?.client);
  const own = { client_id: credentials.clientId ?? '', client_secret: credentials.clientSecret ?? '' };

  const requestToken = async (): Promise<string> => {
    const [type = ''] = Object.keys(issuer?.body?.content ?? {});
    const input = { ...(issuer && exampleInput(document, issuer)), ...own };
    const body = bodyKindOf(type) === 'json' ? JSON.stringify(input) : String(new URLSearchParams(input));
    const init = { method: 'POST', headers: { 'Content-Type': type }, body };
    const response = await fetch(recordedUrl + issuer?.path, init);
    return String(Object(await response.json()).access_token);
  };

  return async (url, init) => {
    const headers = new Headers(init.headers);
    for (const [name, value] of keys) if (headers.get(name)) headers.set(name, value);
    if (issuer && /^Bearer (?!sandbox_)/.test(headers.get('Authorization') ?? '')) {
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
