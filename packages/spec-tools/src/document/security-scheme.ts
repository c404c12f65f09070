import type { Document, SecurityRequirement } from './document.ts';

/** A security scheme of a spec. */
export interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
}

/** HTTP authentication schemes that respond to a challenge of the server, so that no text can be their credential. */
const challenged = /^(digest|hoba|mutual|negotiate|ntlm|scram-.+)$/i;

/** Whether a client can send the credential of a scheme with a request. A certificate is a matter of the connection. */
export function isSendable({ type, scheme = '' }: SecurityScheme): boolean {
  return type === 'http' ? !challenged.test(scheme) : ['apiKey', 'oauth2', 'openIdConnect'].includes(type);
}

/** The security schemes of a document by their names. */
export function schemesOf({ components }: Document): ReadonlyMap<string, SecurityScheme> {
  return new Map(Object.entries((components?.securitySchemes ?? {}) as Readonly<Record<string, SecurityScheme>>));
}

/**
 * The part of an alternative that a client sends: without certificates. `undefined` if it has a scheme that a client cannot send.
 */
export function sentNames(
  schemes: ReadonlyMap<string, SecurityScheme>,
  requirement: SecurityRequirement,
): string[] | undefined {
  const names = Object.keys(requirement).filter((name) => schemes.get(name)?.type !== 'mutualTLS');
  return names.every((name) => isSendable(schemes.get(name) ?? { type: 'apiKey' })) ? names : undefined;
}
