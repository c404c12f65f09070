import { mostFrequent } from '@plumbline/spec-tools/generate/most-frequent';
import { camelCase, splitWords, untaken } from '../naming.ts';
import type { Notes } from '../notes.ts';
import type { Node, Source } from '../read/source.ts';
import { isPlainAddress } from './read-scheme.ts';
import { takenOptions } from './security.ts';

/** A variable of the server that is an option of the client. */
export interface ServerOption {
  /** Its name in the URL. */
  readonly name: string;
  readonly option: string;
  /** Its value where the caller passes none. The name of the variable if the document has no default. */
  readonly default: string;
  readonly hasDefault: boolean;
  /** The values to choose from. Undefined: any one part of a host name, or of a path. */
  readonly values: readonly string[] | undefined;
  readonly isInPath: boolean;
}

/** A server with an address that is safe for credentials. */
export interface ApiServer {
  /** Its URL with the defaults of its variables, without a slash at the end. */
  readonly url: string;
  /** Its URL with the variables that are options. */
  readonly template: string;
  readonly options: readonly ServerOption[];
  /** Whether the document names it. */
  readonly known: boolean;
}

/** The servers of a document. */
export interface Servers {
  readonly main: ApiServer;
  /** The URL of an operation's own server. Undefined if it is the main one. */
  readonly ownOf: (operation: Node) => string | undefined;
}

/** Chooses the server of the API: the first safe one of the document, or that of all its operations. */
export function readServers(vendor: string, { document }: Source, operations: readonly Node[], notes: Notes): Servers {
  const root = listOf(document);
  const own = operations.map((operation) => firstSafe(listOf(operation)));
  const [first] = own;
  const areSame = first !== undefined && own.every((server) => server?.url === first.url);
  const known = own.filter((server) => server !== undefined);
  const main =
    (areSame ? first : undefined) ??
    firstSafe(root) ??
    (known.length > 0 ? mostFrequent(known, ({ url }) => url) : undefined) ??
    placeholderOf(vendor, [...root, ...operations.flatMap(listOf)], notes);
  const isMain = (one: Node) => readServer(one, new URL(main.url).origin, true)?.url === main.url;
  const others = (areSame ? listOf(operations[0] ?? {}) : root).filter((one) => !isMain(one));
  if (others.length > 0) {
    const clean = (text: unknown) =>
      String(text)
        .replace(/[`<>|\s]+/g, ' ')
        .trim();
    const names = others.map(
      ({ url, description }) => `\`${clean(url)}\`${description ? ` (${clean(description)})` : ''}`,
    );
    notes.goodToKnow.push(
      `The client uses ${main.url}. The option \`baseUrl\` takes the other servers of the document: ${names.join(', ')}.`,
    );
  }
  const open = main.options.filter(({ hasDefault }) => !hasDefault).map(({ option }) => `\`${option}\``);
  if (open.length > 0) {
    notes.leftForYou.push(
      `Give the variables of the server a \`default\` where one is usual: ${open.join(', ')}. Until a caller passes them, the client uses their names.`,
    );
  }
  const unsafe = operations.filter(
    (operation) => listOf(operation).length > 0 && !firstSafe(listOf(operation), main.url),
  );
  if (unsafe.length > 0) {
    notes.goodToKnow.push(
      `${unsafe.length} operation${unsafe.length === 1 ? ' has a server' : 's have servers'} of their own with no address that is safe for credentials. They use ${main.url}. Callers make another client for them, with \`baseUrl\`.`,
    );
  }
  const ownOf = (operation: Node) => {
    const url = firstSafe(listOf(operation), main.url)?.url;
    return url === main.url ? undefined : url;
  };
  return { main, ownOf };
}

function listOf({ servers }: Node): Node[] {
  return Array.isArray(servers) ? servers.filter((one) => typeof one?.url === 'string') : [];
}

/** The first server with `https:`, else the first with `http:`, which is called by `https:`. */
function firstSafe(servers: readonly Node[], base?: string): ApiServer | undefined {
  const safe = (one: Node) => readServer(one, base);
  const sorted = [
    ...servers.filter(({ url }) => !/^http:/i.test(url)),
    ...servers.filter(({ url }) => /^http:/i.test(url)),
  ];
  return sorted.map(safe).find((server) => server !== undefined);
}

/** A server in place of one that is safe for credentials: the document's own placeholder, or another with the path of its server. */
function placeholderOf(vendor: string, servers: readonly Node[], { leftForYou }: Notes): ApiServer {
  const host = `https://api.${vendor}.example`;
  const own = servers.map((one) => readServer(one, undefined, true)).find((one) => one !== undefined);
  const relative = servers.map((one) => readServer(one, host, true)).find((one) => one !== undefined);
  const url = own?.url ?? relative?.url ?? host;
  const whose = own ? 'It has' : 'The spec has';
  leftForYou.push(
    `Name the server in \`servers\`: the document names none that is safe for credentials. ${whose} the placeholder ${url}.`,
  );
  return { url, template: url, options: [], known: false };
}

/**
 * @param base The URL that a relative one is resolved with.
 * @param takesExamples Whether it may be at a host for examples (RFC 2606).
 */
function readServer({ url: given, variables }: Node, base?: string, takesExamples = false): ApiServer | undefined {
  const values: Node = Object(variables);
  const declaredOf = (name: string): unknown => values[name]?.default ?? values[name]?.enum?.[0];
  // Without a default, the name of the variable shows what to pass.
  const defaultOf = (name: string): unknown => declaredOf(name) ?? splitWords(name).join('-');
  const names = [...String(given).matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => !/^(string|number)$/.test(typeof defaultOf(name)))) return undefined;
  const fill = (text: string, isFilled: (name: string) => boolean = () => true) =>
    text.replace(/\{([^}]+)\}/g, (whole, name: string) => (isFilled(name) ? String(defaultOf(name)) : whole));
  const url = addressOf(fill(given), base, takesExamples);
  if (!url) return undefined;
  const taken = new Set<string>();
  const options = names.flatMap((name): ServerOption[] => {
    const before = given.slice(0, given.indexOf(`{${name}}`));
    const isInPath = /^[a-z{}]+:\/\/[^/]*\//i.test(before) || !/^[a-z{}]+:\/\//i.test(given);
    const known: unknown = values[name]?.enum;
    const isKnown = Array.isArray(known) && known.length > 0;
    const choices = isKnown ? known.map(String) : undefined;
    const standard = String(defaultOf(name));
    const isSafe = choices
      ? choices.every(isPlainAddress) && choices.includes(standard)
      : partPattern(isInPath).test(standard);
    // A scheme, or a variable with one value, leaves nothing to choose.
    if (!isSafe || choices?.length === 1 || before === '' || taken.has(name)) return [];
    const words = camelCase(splitWords(name)) || 'server';
    const option = untaken(takenOptions.has(words) ? `${words}Name` : words, (one) => taken.has(one));
    taken.add(name).add(option);
    const hasDefault = declaredOf(name) !== undefined;
    return [{ name, option, default: standard, hasDefault, values: choices, isInPath }];
  });
  // Without defaults, the document has to name at least the domain.
  const hasDomain = /^https?:\/\/[^/]*\.[a-z][^/{}]*(\/|$)/i.test(given);
  const isOpen = (name: string) =>
    declaredOf(name) === undefined && !(hasDomain && options.some((one) => one.name === name));
  if (names.some(isOpen)) return undefined;
  const isOption = (name: string) => options.some((one) => one.name === name);
  const kept = fill(given, (name) => !isOption(name));
  const template = options.length > 0 ? kept.replace(/^http:/i, 'https:').replace(/[?#].*$|\/+$/, '') : url;
  const isTemplate = isPlainAddress(template.replace(/\{[^}]+\}/g, 'x')) && /^https:/i.test(template);
  return isTemplate ? { url, template, options, known: true } : { url, template: url, options: [], known: true };
}

/** An address that is safe for credentials. */
function addressOf(text: string, base: string | undefined, takesExamples: boolean): string | undefined {
  const parsed = URL.parse(text.replace(/^http:/i, 'https:'), base && `${base}/`);
  if (!parsed) return undefined;
  const address = (parsed.origin + parsed.pathname).replace(/\/+$/, '');
  const isLocal = /^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[.*\])$/.test(parsed.hostname);
  const isExample = !takesExamples && /(^|\.)example(\.(com|org|net))?$/.test(parsed.hostname);
  const isSafe = parsed.protocol === 'https:' && !isLocal && !isExample && !parsed.username && !parsed.password;
  return isSafe && isPlainAddress(address) ? address : undefined;
}

/** What a variable may be, so that it names no other host: one label of a host name, or one segment of a path. */
export function partPattern(isInPath: boolean): RegExp {
  return isInPath ? /^(?!\.{1,2}$)[\w.~-]+$/ : /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
}
