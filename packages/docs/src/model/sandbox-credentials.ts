import { createSandbox, type VendorData } from '@plumbline/sandbox';
import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
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
  const [needed = {}] = object.security ?? document.security ?? [];
  return Object.keys(needed).flatMap((name): FixedInput[] => {
    const scheme = document.components.securitySchemes[name];
    if (scheme?.type === 'apiKey') {
      return [{ name: scheme.name ?? '', location: scheme.in ?? 'header', value: known[name] ?? findCaller(name) }];
    }
    const isBasic = scheme?.scheme?.toLowerCase() === 'basic';
    const value = isBasic ? `Basic ${btoa(`${known.username}:${known.password}`)}` : `Bearer ${known.token ?? ''}`;
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

/** The request for the access token of an operation. Returns `undefined` if it needs none that the sandbox issues. */
export function findTokenRequest(document: DescribedDocument, { object }: Operation): TokenRequest | undefined {
  const [needed = {}] = object.security ?? document.security ?? [];
  const issuer = operationsOf(document).find(({ object: { 'x-effect': effect } }) => {
    return effect?.client && effect.token !== undefined && Object.hasOwn(needed, effect.token);
  });
  const [type, media] = Object.entries(issuer?.body?.content ?? {})[0] ?? [];
  if (!issuer || !type) return undefined;
  const [example] = Object.values(media?.examples ?? {});
  const body = withClient(document, issuer, example?.value);
  const url = sandboxServerOf(document, issuer) + issuer.path;
  return { method: issuer.method, url, headers: { 'Content-Type': type }, body: formatBody(type, body) };
}

/** Puts the sandbox's client id and client secret into the example of a request body for a token. */
export function withClient(document: DescribedDocument, { object }: Operation, example: unknown): unknown {
  const { client = [] } = object['x-effect'] ?? {};
  if (client.length === 0) return example;
  const known: Readonly<Record<string, string>> = createSandbox<VendorData>(document).credentials;
  const option = (name: string) => name.replace(/[_-]+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return { ...Object(example), ...Object.fromEntries(client.map((name) => [name, known[option(name)]])) };
}

/** Formats a value as JSON, or as a form. */
export function formatBody(type: string, value: unknown): string {
  if (type === 'application/json') return JSON.stringify(value, null, 2);
  return new URLSearchParams(Object(value) as Record<string, string>).toString();
}
