import { createSandbox, type VendorData } from '@plumbline/sandbox';
import { type Operation, operationsOf, type SecurityRequirement } from '@plumbline/spec-tools/document/document';
import { sentText } from './body-text.ts';
import { baseUrlOf } from './curl.ts';
import type { DescribedDocument } from './spec-node.ts';

/** A parameter that a reader does not change: a credential, or a header with a single value. */
export interface FixedInput {
  readonly name: string;
  readonly location: string;
  readonly value: string;
}

/** The request that gets an access token from the sandbox. */
export interface TokenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The credentials of an operation, as the sandbox accepts them. An access token is requested when the form is sent. */
export function listCredentials(document: DescribedDocument, { object }: Operation): FixedInput[] {
  const { credentials, resources } = createSandbox<VendorData>(document, { examples: true });
  const known: Readonly<Record<string, string>> = credentials;
  const needed = firstAlternative(document, object);
  return Object.keys(needed).flatMap((name): FixedInput[] => {
    const scheme = document.components.securitySchemes[name];
    if (scheme?.type === 'apiKey') {
      return [{ name: scheme.name ?? '', location: scheme.in ?? 'header', value: known[name] ?? findCaller(name) }];
    }
    const text = known[name] ?? known.token ?? '';
    const kind = scheme?.type === 'http' ? (scheme.scheme ?? 'bearer') : 'bearer';
    const value = /^basic$/i.test(kind) ? `Basic ${btoa(text)}` : `${kind.replace(/^bearer$/i, 'Bearer')} ${text}`;
    return [{ name: 'Authorization', location: 'header', value }];
  });

  /** The first user of the examples that a scheme can name. What the examples say of no user belongs to the first one. */
  function findCaller(scheme: string): string {
    for (const [resource, { callers = {}, order }] of Object.entries(document['x-resources'] ?? {})) {
      const key = callers[scheme];
      const values = key === undefined ? [] : (resources[resource]?.all() ?? []).map((item) => item[key]);
      const known = values.filter((value) => typeof value === 'string');
      const value = known.at(order === 'newest' ? -1 : 0);
      if (value !== undefined) return value;
    }
    return 'sandbox_caller';
  }
}

/** The URL of an operation's server without a slash at the end. A sandbox has a host, also where the document names none. */
export function sandboxServerOf(document: DescribedDocument, operation: Operation): string {
  return new URL(baseUrlOf(document, operation), 'https://sandbox.test').href.replace(/\/$/, '');
}

/** The credentials that a client sends first: those of the first alternative that needs some. */
function firstAlternative(document: DescribedDocument, { security }: Operation['object']): SecurityRequirement {
  const alternatives = security ?? document.security ?? [];
  return alternatives.find((one) => Object.keys(one).length > 0) ?? {};
}

/** The request for the access token of an operation. Returns `undefined` if it needs none that the sandbox issues. */
export function findTokenRequest(document: DescribedDocument, { object }: Operation): TokenRequest | undefined {
  const needed = firstAlternative(document, object);
  const issuer = operationsOf(document).find(({ object: { 'x-effect': effect } }) => {
    return effect?.client && effect.token !== undefined && Object.hasOwn(needed, effect.token);
  });
  const [type, media] = Object.entries(issuer?.body?.content ?? {})[0] ?? [];
  if (!issuer || !type) return undefined;
  const [example] = Object.values(media?.examples ?? {});
  const body = withClient(document, issuer, example?.value);
  const url = sandboxServerOf(document, issuer) + issuer.path;
  return {
    method: issuer.method,
    url,
    headers: { 'Content-Type': type },
    body: formatBody(document, issuer, type, body).text,
  };
}

/** Puts the sandbox's client id and client secret into the example of a request body for a token. */
export function withClient(document: DescribedDocument, { object }: Operation, example: unknown): unknown {
  const { client = [] } = object['x-effect'] ?? {};
  if (client.length === 0) return example;
  const known: Readonly<Record<string, string>> = createSandbox<VendorData>(document).credentials;
  const option = (name: string) => name.replace(/[_-]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { ...Object(example), ...Object.fromEntries(client.map((name) => [name, known[option(name)]])) };
}

/** Formats the example of a request body as the text that the page sends. */
export function formatBody(
  document: DescribedDocument,
  { body }: Operation,
  mediaType: string,
  example: unknown,
): { readonly type: string; readonly text: string } {
  const [type, text] = sentText(document, mediaType, body?.content[mediaType] ?? { schema: {} }, example);
  return { type, text };
}
