import type { Document, Operation } from '../document/document.ts';
import type { Exchange } from './exchange.ts';
import { nodeAt } from './location.ts';

interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
}
type Requirement = Readonly<Record<string, unknown>>;

/** What an operation takes as credentials, and whether a request has enough of them. */
export interface Credentials {
  /** The headers, in lower case, that any of the requirements names. */
  readonly headers: ReadonlySet<string>;
  /** The query parameters that any of them names. */
  readonly query: ReadonlySet<string>;
  /** The requirements, in words. */
  readonly wanted: string;
  satisfiedBy(request: Exchange['request'], query: ReadonlySet<string>): boolean;
}

/** Reads the security of an operation, else that of the whole document. */
export function credentialsOf(document: Document, { object }: Operation): Credentials {
  const requirements = object.security ?? (nodeAt(document, ['security']) as readonly Requirement[] | undefined) ?? [];
  const schemes = new Map(
    requirements
      .flatMap((requirement) => Object.keys(requirement))
      .map((name) => [name, nodeAt(document, ['components', 'securitySchemes', name]) as SecurityScheme | undefined]),
  );
  const named = (place: string) =>
    [...schemes.values()].filter((scheme) => scheme?.in === place).map((scheme) => scheme?.name ?? '');
  const headers = new Set(named('header').map((name) => name.toLowerCase()));
  if ([...schemes.values()].some((scheme) => scheme && scheme.type !== 'apiKey')) headers.add('authorization');
  if (named('cookie').length > 0) headers.add('cookie');

  return {
    headers,
    query: new Set(named('query')),
    wanted: requirements.map((requirement) => Object.keys(requirement).join(' and ') || 'none').join(', or '),
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
  const { type, in: place, name = '' } = scheme;
  if (type === 'apiKey') {
    if (place === 'query') return query.has(name);
    if (place === 'cookie') return (headers.cookie ?? '').split(/; */).some((pair) => pair.startsWith(`${name}=`));
    return Boolean(headers[name.toLowerCase()]);
  }
  const expected = type === 'http' ? (scheme.scheme ?? '') : 'bearer';
  return new RegExp(`^${expected} +\\S`, 'i').test(headers.authorization ?? '');
}
