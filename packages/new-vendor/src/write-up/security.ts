import { notReviewed } from '@plumbline/spec-tools/document/document';
import { untaken } from '../naming.ts';
import type { Notes } from '../notes.ts';
import type { Node, Source } from '../read/source.ts';
import { type Credential, plain, readSchemes } from './read-scheme.ts';

/** The authentication of a client. */
export interface Auth {
  /** The credentials that its operations ask for, in the order of the document. */
  readonly credentials: readonly Credential[];
  /** The `security` of an operation in the spec. */
  readonly securityOf: (operation: Node) => Requirement[];
}

/** The parts of a server that credentials depend on: its URL, and the options whose names are taken. */
interface ServerParts {
  readonly url: string;
  readonly options: readonly { readonly option: string }[];
}

type Requirement = Readonly<Record<string, string[]>>;

/** Reads how the operations of a document are authenticated: every alternative with credentials that a client can send. */
export function readAuth(
  source: Source,
  operations: readonly Node[],
  { url, options }: ServerParts,
  notes: Notes,
): Auth {
  const read = readSchemes(source, url);
  const byDefault = defaultOf(source, operations, [...read.keys()], notes);
  const alternativesOf = ({ security }: Node): Requirement[] =>
    (Array.isArray(security) ? security : byDefault).filter((one: unknown) => Object(one) === one) as Requirement[];
  const wanted = new Set(operations.flatMap(alternativesOf).flatMap(Object.keys));
  const found = [...read].flatMap(([name, one]): [string, Credential][] =>
    'about' in one || !wanted.has(name) ? [] : [[name, one]],
  );
  const named = nameSchemes(
    onlyOneFlow(
      found.map(([, credential]) => credential),
      notes,
    ),
    options.map(({ option }) => option),
  );
  const credentials = new Map(found.map(([name], index) => [name, named[index] as Credential]));

  /** An alternative as the spec has it. Empty if a client cannot send all of it. */
  const write = (requirement: Requirement): Requirement[] => {
    const names = Object.keys(requirement).filter((name) => read.get(name)?.kind !== 'certificate');
    if (!names.every((name) => credentials.has(name))) return [];
    const [some = [], others = []] = [true, false].map((expected) =>
      names.filter((name) => takesAuthorization(credentials.get(name) as Credential) === expected),
    );
    // A request has one header Authorization: a document that asks for two of them means either.
    const alternatives = some.length > 1 ? some.map((name) => [name, ...others]) : [names];
    return alternatives.map((alternative) =>
      Object.fromEntries(
        alternative.map((name) => {
          const credential = credentials.get(name) as Credential;
          return [credential.scheme, scopesOf(credential, requirement[name])];
        }),
      ),
    );
  };
  const securityOf = (operation: Node) => {
    const written = alternativesOf(operation).flatMap(write);
    const isNone = written.every((one) => Object.keys(one).length === 0);
    return isNone ? [] : [...new Map(written.map((one) => [JSON.stringify(one), one])).values()];
  };
  const unsent = [...wanted].filter((name) => !credentials.has(name));
  noteUnsent(
    unsent.map((name) => {
      const one = read.get(name);
      const about = one && 'about' in one ? one.about : 'not declared';
      const affected = operations.filter(
        (operation) => alternativesOf(operation).some((each) => name in each) && securityOf(operation).length === 0,
      ).length;
      return { name, about, isCertificate: one?.kind === 'certificate', affected };
    }),
    notes,
  );
  return { credentials: named, securityOf };
}

/** The `security` of operations without their own. Where a document asks for none of its schemes, all of them are optional. */
function defaultOf(
  { document }: Source,
  operations: readonly Node[],
  schemes: readonly string[],
  { leftForYou }: Notes,
): Requirement[] {
  if (Array.isArray(document.security)) return document.security;
  if (operations.some(({ security }) => Array.isArray(security))) return [];
  if (schemes.length === 0) {
    leftForYou.push(
      'Declare the credentials, if the API needs some, in `components.securitySchemes` and in the `security` of each operation: the document names no credentials. Until then, callers pass them by the option `headers`.',
    );
    return [];
  }
  leftForYou.push(
    'Compare `security` with the page of the vendor: the document declares credentials, and no operation asks for them. In the spec they are optional everywhere.',
  );
  return [{}, ...schemes.map((name) => ({ [name]: [] }))];
}

function takesAuthorization(credential: Credential): boolean {
  return credential.kind !== 'key' || (credential.in === 'header' && /^authorization$/i.test(credential.name));
}

/** The scopes of a requirement that a flow of the scheme declares. */
function scopesOf(credential: Credential, scopes: unknown): string[] {
  if (credential.kind !== 'clientCredentials' || !Array.isArray(scopes)) return [];
  return scopes.filter((scope) => Object.values(credential.flows).some((flow) => Object.hasOwn(flow.scopes, scope)));
}

/** A client requests tokens with one set of client credentials. Those of another scheme are passed as tokens. */
function onlyOneFlow(credentials: readonly Credential[], { goodToKnow }: Notes): Credential[] {
  const [first] = credentials.filter(({ kind }) => kind === 'clientCredentials');
  return credentials.map((credential) => {
    if (credential.kind !== 'clientCredentials' || credential === first) return credential;
    goodToKnow.push(
      `The client requests tokens for \`${first?.scheme}\` only. Those for \`${credential.scheme}\` are passed by its option.`,
    );
    return { kind: 'bearer', scheme: credential.scheme };
  });
}

function noteUnsent(
  unsent: readonly { name: string; about: string; isCertificate: boolean; affected: number }[],
  { leftForYou }: Notes,
): void {
  for (const { name, about, isCertificate, affected } of unsent) {
    const how = isCertificate
      ? 'Callers pass a `fetch` that has theirs.'
      : 'Callers pass them by the option `headers`, or sign requests in `policies`.';
    const without =
      affected === 0
        ? 'Every operation has another way.'
        : `${affected} operation${affected === 1 ? ' has' : 's have'} \`security: []\` for it.`;
    leftForYou.push(
      `Tell callers about \`${plain(name)}\` (${about}), which the client does not send. ${without} ${how}`,
    );
  }
}

/** The options of every client, those of OAuth 2.0, and what every object has. */
export const takenOptions: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['baseUrl', 'fetch', 'timeout', 'deadline', 'retry', 'rateLimit', 'headers', 'policies', 'observe', 'clock'],
  ...['transport', 'allowInsecureRequests', 'maxResponseBytes', 'clientId', 'clientSecret', 'scope'],
  ...['tokenUrl', 'tokens'],
]);

/** Gives the schemes names that can be options. A single key is `apiKey`, and a single password `basic`. */
function nameSchemes(credentials: readonly Credential[], options: readonly string[]): Credential[] {
  const taken = new Set(options);
  return credentials.map((credential) => {
    const { kind, scheme: given } = credential;
    const wanted = takenOptions.has(given) ? `${given}Key` : given;
    const single = { key: 'apiKey', basic: 'basic' }[String(kind)];
    const scheme =
      single && credentials.length === 1
        ? single
        : untaken(wanted, (name) => taken.has(name) || takenOptions.has(name));
    taken.add(scheme);
    return { ...credential, scheme };
  });
}

/** The security schemes of the spec. */
export function securitySchemes(source: string, credentials: readonly Credential[]): Node {
  const evidence = {
    level: 'unknown',
    source: `${source} §components/securitySchemes`,
    note: notReviewed,
  };
  return Object.fromEntries(
    credentials.map((credential) => [credential.scheme, { ...schemeOf(credential), 'x-evidence': evidence }]),
  );
}

function schemeOf(credential: Credential): Node {
  const { kind } = credential;
  if (kind === 'key') return { type: 'apiKey', in: credential.in, name: credential.name };
  if (kind === 'clientCredentials') return { type: 'oauth2', flows: credential.flows };
  return { type: 'http', scheme: kind === 'http' ? credential.name : kind };
}
