import type { Operation } from '@plumbline/spec-tools/document/document';
import type { DescribedDocument, SecurityScheme } from './spec-node.ts';

/**
 * Describes in Markdown which credentials an operation accepts: `` `token`, or `keyId` with `keySecret` ``. Returns `undefined` for an
 * operation with one way, and for clients that send only their own credentials (`x-clients`).
 */
export function describeAlternatives(document: DescribedDocument, { object }: Operation): string | undefined {
  const alternatives = (object.security ?? document.security ?? []).map((one) => Object.keys(one));
  if (alternatives.length < 2 || document['x-clients']) return undefined;
  const texts = alternatives.map((names) => names.map((name) => `\`${name}\``).join(' with ') || 'none');
  return texts.join(', or ');
}

/** Describes how the credential of a scheme is sent, for a scheme without a description. */
export function describeScheme({ type, in: place = 'header', name, scheme = 'bearer' }: SecurityScheme): string {
  const parts = { header: 'the header', query: 'the query parameter', cookie: 'the cookie' };
  if (type === 'apiKey') return `a key in ${parts[place]} \`${name}\`.`;
  if (type === 'mutualTLS') return 'a certificate of the connection, which the client does not send.';
  if (type === 'http' && /^basic$/i.test(scheme)) return 'a user name and a password, by HTTP Basic.';
  return `a token, as \`Authorization: ${type === 'http' ? scheme.replace(/^b/, 'B') : 'Bearer'}\`.`;
}
