import { type Document, operationsOf } from '../document/document.ts';
import { type SecurityScheme, schemesOf } from '../document/security-scheme.ts';
import { type Alternatives, alternativesOf, areRequired, defaultSecurityOf } from './security.ts';

/** What a client with several ways to authenticate reads: its security schemes and the default alternatives. */
export interface ClientSecurity {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly default: Alternatives;
}

/** The ways to authenticate at a vendor, each as the schemes that are sent together. The first is the most usual. */
export function waysOf(document: Document): Alternatives {
  const operations = operationsOf(document);
  const first = defaultSecurityOf(document, operations) ?? [];
  const all = [...first, ...operations.flatMap((operation) => alternativesOf(document, operation))];
  const byKey = new Map(all.map((names) => [JSON.stringify([...names].sort()), names]));
  return [...byKey.values()].filter((names) => names.length > 0);
}

/**
 * The security of a client that needs the policy `securitySchemes`: because there are several ways to authenticate, because one has
 * credentials in several places, or because no operation requires any. Nothing if a smaller policy is enough, or if `x-clients` splits
 * the operations: such clients choose their policies themselves.
 */
export function clientSecurityOf(document: Document): ClientSecurity | undefined {
  const ways = waysOf(document);
  const schemes = schemesOf(document);
  const isHeaderKey = (name: string) => schemes.get(name)?.type === 'apiKey' && schemes.get(name)?.in === 'header';
  const [only = []] = ways;
  const operations = operationsOf(document);
  const isRequired = operations.some((operation) => areRequired(alternativesOf(document, operation)));
  const isSmall = ways.length === 1 && isRequired && (only.length === 1 || only.every(isHeaderKey));
  if (ways.length === 0 || isSmall || document['x-clients']) return undefined;
  const used = [...new Set(ways.flat())].map((name) => [name, schemeOf(schemes.get(name))] as const);
  return { schemes: Object.fromEntries(used), default: defaultSecurityOf(document, operations) ?? [] };
}

function schemeOf({ type, in: place, name, scheme }: SecurityScheme = { type: 'oauth2' }): SecurityScheme {
  if (type === 'apiKey') return { type, ...(place && { in: place }), ...(name && { name }) };
  return { type, ...(type === 'http' && scheme && { scheme }) };
}
