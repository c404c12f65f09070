import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { alternativesOf } from '@plumbline/spec-tools/generate/security';
import { type CredentialOptions, sandboxCredential } from './credential-options.ts';

/** A credential as a request has it. */
export interface SentCredential {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: string;
}

/**
 * The credentials that a client sends for an operation, if it was given all that the sandbox issues.
 *
 * @param token The access token of a client that requests one.
 */
export function sentCredentials(
  document: Document,
  operation: Operation,
  credentials: readonly CredentialOptions[],
  token: string,
): SentCredential[] {
  const [names = []] = alternativesOf(document, operation).filter((one) => one.length > 0);
  return names.flatMap((name): SentCredential[] => {
    const found = credentials.find(({ credential }) => credential.scheme === name);
    const [option] = found?.options ?? [];
    if (!found || !option) return [];
    const { credential } = found;
    const value = sandboxCredential(option);
    const authorization = (text: string): SentCredential[] => [{ in: 'header', name: 'Authorization', value: text }];
    if (credential.kind === 'key') return [{ in: credential.in, name: credential.name, value }];
    if (credential.kind === 'basic') return authorization(`Basic ${btoa(value)}`);
    if (credential.kind === 'http') return authorization(`${credential.name} ${value}`);
    return authorization(`Bearer ${credential.kind === 'bearer' ? value : token}`);
  });
}

/** The expectations of a test about a request: `expect(request?.headers).toMatchObject({ … });`. */
export function expectationsOf(sent: readonly SentCredential[]): string {
  const textsIn = (place: SentCredential['in']) => sent.filter((one) => one.in === place);
  const headers = textsIn('header').map(({ name, value }) => `'${name.toLowerCase()}': '${value}'`);
  const cookies = textsIn('cookie').map(({ name, value }) => `${name}=${value}`);
  if (cookies.length > 0) headers.push(`cookie: '${cookies.join('; ')}'`);
  const pairs = textsIn('query').map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return [
    ...(headers.length > 0 ? [`expect(request?.headers).toMatchObject({ ${headers.join(', ')} });`] : []),
    ...pairs.map((pair) => `expect(request?.url).toContain(${JSON.stringify(pair)});`),
  ].join('\n  ');
}
