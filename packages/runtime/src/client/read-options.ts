import { PlumblineError } from '../errors/plumbline-error.ts';
import { Bare } from '../pipeline/own-value.ts';
import type { Credential, CredentialSource } from '../policies/auth/credential-source.ts';
import { checkCredential, checkUrl, refuseOption } from './check-text.ts';
import type { ClientDefinition, CredentialDefinition, OptionDefinition, OptionValues } from './client-definition.ts';
import type { ClientOptions } from './options.ts';
import { type CredentialFunction, createReader } from './read-credentials.ts';

type Untyped = Readonly<Record<string, string>>;

type Way = CredentialDefinition<Untyped>;

/** The selected way to authenticate, and the values of the vendor's options. */
export interface ReadOptions<Options> {
  readonly policy: CredentialDefinition<Options>['policy'];
  readonly source: CredentialSource<OptionValues<Options>>;
}

/**
 * Selects the way to authenticate, and reads and validates the vendor's own options.
 *
 * @throws {PlumblineError} If an option is missing or invalid, or if options of two ways are mixed.
 */
export function readOptions<Options>(
  definition: ClientDefinition<Options>,
  givenOptions: ClientOptions,
): ReadOptions<Options> {
  // Only the vendor's package knows the names.
  const { name: factory, options, credentials: ways } = definition as unknown as ClientDefinition<Untyped>;
  const given = givenOptions as Readonly<Record<string, Credential | undefined>>;
  const read = (name: string) => {
    // `null` gets no default, so that validation reports this mistake.
    if (given[name] !== undefined) return given[name];
    return readEnvironment(options[name]?.environment) ?? options[name]?.default;
  };
  const names = Object.keys(options);
  const usersOf = (name: string) =>
    ways.filter(({ required, optional = [] }) => [...required, ...optional].includes(name));
  /** Whether only other ways use an option. */
  const isForeign = (way: Way, name: string) => usersOf(name).length > 0 && !usersOf(name).includes(way);
  const isOwn = (way: Way, name: string) => usersOf(name).length === 1 && !isForeign(way, name);

  // A passed option excludes the ways that do not use it.
  const fitting = ways.filter((way) => !names.some((name) => given[name] !== undefined && isForeign(way, name)));
  const chosen =
    fitting.find(({ required }) => required.every((name) => read(name) !== undefined)) ??
    // An option that is passed as undefined still shows which way was meant, and so what is missing.
    fitting.find((way) => ways.length === 1 || names.some((name) => name in given && isOwn(way, name)));
  if (!chosen) {
    const list = ways.map(({ required }) => required.map((name) => `\`${name}\``).join(' and ')).join(', or ');
    throw new PlumblineError(`${factory}: pass ${list}${fitting[0] ? '' : ', not both'}.`);
  }

  const validate = (name: string, value: string) => {
    const { type, pattern, check = type === 'url' ? checkUrl : checkCredential } = options[name] as OptionDefinition;
    const checked = check(factory, name, value, givenOptions.allowInsecureRequests) as string;
    if (pattern && !pattern.test.test(checked)) refuseOption(factory, name, pattern.problem);
    return checked;
  };
  const values = new Bare() as Record<string, string>;
  const functions = new Bare() as Record<string, CredentialFunction>;
  for (const [name, { type = 'credential', environment }] of Object.entries(options)) {
    const value = isForeign(chosen, name) ? undefined : read(name);
    if (value === undefined) {
      const hint = environment ? ` Pass it, or set ${environment}.` : '';
      if (chosen.required.includes(name)) refuseOption(factory, name, `is missing.${hint}`);
    } else if (type === 'credential' && typeof value === 'function') functions[name] = value;
    else values[name] = validate(name, value as string);
  }
  const source = { definition, given, functions, values, read: createReader(values, functions, validate) };
  return { policy: chosen.policy, source } as unknown as ReadOptions<Options>;
}

/** Reads an environment variable; undefined if it is empty, or if there is no environment that may be read. */
function readEnvironment(variable: string | undefined): string | undefined {
  if (!variable) return undefined;
  const { process } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };
  try {
    return process?.env?.[variable] || undefined;
  } catch {
    // Deno throws without permission to read it.
    return undefined;
  }
}
