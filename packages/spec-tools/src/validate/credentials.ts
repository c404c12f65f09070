import type { Document, Operation } from '../document/document.ts';
import type { SecurityScheme } from '../document/security-scheme.ts';
import type { Exchange } from './exchange.ts';
import { nodeAt } from './location.ts';

type Requirement = Readonly<Record<string, unknown>>;

/** The credentials that an operation accepts. */
export interface Credentials {
  /** The headers of all alternatives, in lower case. */
  readonly headers: ReadonlySet<string>;
  /** The query parameters of all alternatives. */
  readonly query: ReadonlySet<string>;
  /** The alternatives, as text for a message. */
  readonly description: string;
  /** Whether a request has the credentials of an alternative. */
  satisfiedBy(request: Exchange['request'], query: ReadonlySet<string>): boolean;
}

/** Reads the `security` of an operation, or else that of the document. */
export function credentialsOf(document: Document, { object }: Operation): Credentials {
  const requirements = object.security ?? (nodeAt(document, ['security']) as readonly Requirement[] | undefined) ?? [];
  const schemes = new Map(
    requirements
      .flatMap((requirement) => Object.keys(requirement))
      .map((name) => [name, nodeAt(document, ['components', 'securitySchemes', name]) as SecurityScheme | undefined]),
  );
  const namesIn = (location: string) =>
    [...schemes.values()].filter((scheme) => scheme?.in === location).map((scheme) => scheme?.name ?? '');
  const headers = new Set(namesIn('header').map((name) => name.toLowerCase()));
  if ([...schemes.values()].some((scheme) => scheme && !/^(apiKey|mutualTLS)$/.test(scheme.type)))
    headers.add('authorization');
  if (namesIn('cookie').length > 0) headers.add('cookie');

  return {
    headers,
    query: new Set(namesIn('query')),
    description: requirements.map((requirement) => Object.keys(requirement).join(' and ') || 'none').join(', or '),
    satisfiedBy: ({ headers: sent }, query) =>
      requirements.length === 0 ||
      requirements.some((requirement) =>
        Object.keys(requirement).every((name) => isSent(schemes.get(name), sent, query)),
      ),
  };
}

function isSent(
  scheme: SecurityScheme | undefined,
  headers: Exchange['request']['headers'],
  query: ReadonlySet<string>,
): boolean {
  if (!scheme) return false;
  const { type, in: location, name = '' } = scheme;
  if (type === 'apiKey') {
    if (location === 'query') return query.has(name);
    if (location === 'cookie') return (headers.cookie ?? '').split(/; */).some((pair) => pair.startsWith(`${name}=`));
    return Boolean(headers[name.toLowerCase()]);
  }
  // A certificate belongs to the connection.
  if (type === 'mutualTLS') return true;
  const expected = type === 'http' ? (scheme.scheme ?? '') : 'bearer';
  const [, sent = '', text = ''] = /^(\S+) +(\S.*)$/.exec(headers.authorization ?? '') ?? [];
  if (sent.toLowerCase() !== expected.toLowerCase()) return false;
  return expected.toLowerCase() !== 'basic' || Buffer.from(text, 'base64').includes(':');
}
