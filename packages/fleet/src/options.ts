/** The options of a limiter and of shared tokens: what they have in common is checked here. */
import { PlumblineError } from '@plumbline/runtime';
import type { Redis } from './redis.ts';

interface CommonOptions {
  readonly redis?: Redis;
  readonly name?: string;
  readonly lease?: number | undefined;
  readonly timeout?: number | undefined;
  readonly observe?: ((event: never) => void) | undefined;
}

/** Maximum of an option in milliseconds: timers of the platforms have a limit. */
const maxDuration = 86_400_000;

/**
 * Checks the options that several functions have. The others are left to the function.
 *
 * @param names All options of the function.
 * @returns A copy that inherits nothing, so that a polluted `Object.prototype` adds no option.
 * @throws {PlumblineError} With the option and what to do, if one is missing, unknown or invalid.
 */
export function checkOptions<Options extends CommonOptions>(
  factory: string,
  names: readonly (keyof Options & string)[],
  given: Options,
): Options {
  if (typeof given !== 'object' || given === null) throw new PlumblineError(`${factory}: the options are missing.`);
  const unknown = Object.keys(given).find((option) => !(names as readonly string[]).includes(option));
  if (unknown !== undefined) {
    const advice = `${nearest(unknown, names)} Options: ${names.join(', ')}.`;
    throw new PlumblineError(
      `${factory}: unknown option \`${unknown.slice(0, 40).replace(/[^ -~]/g, '?')}\`.${advice}`,
    );
  }
  const options = ownCopy(given);
  const has = (option: string) => (names as readonly string[]).includes(option);
  if (has('redis') && typeof Object(options.redis).evaluate !== 'function') {
    const isClient = typeof Object(options.redis).eval === 'function';
    refuse(
      factory,
      'redis',
      `must be \`nodeRedis(client)\`, \`ioredis(client)\`, or an object with the function \`evaluate\`${isClient ? ', not the client itself' : ''}.`,
    );
  }
  if (has('name') && !isName(options.name)) {
    refuse(
      factory,
      'name',
      'must be a text of 1 to 200 characters without braces and control characters, such as `vendor/account`.',
    );
  }
  for (const option of ['lease', 'timeout'] as const) {
    const value = options[option];
    if (value !== undefined && !(Number.isFinite(value) && value > 0 && value <= maxDuration)) {
      refuse(factory, option, 'must be a positive number of milliseconds, at most a day.');
    }
  }
  if (options.observe !== undefined && typeof options.observe !== 'function')
    refuse(factory, 'observe', 'must be a function.');
  return options;
}

/** Braces would end the hash tag, and the keys of one name would be on several nodes of a cluster. */
const isName = (name: unknown) => typeof name === 'string' && /^(?=.*\S)[^{}\p{Cc}\p{Cs}]{1,200}$/u.test(name);

/** The beginning of the keys of a name. They have one hash tag, so that a cluster keeps them together. */
export const keyPrefix = (name: string): string => `plumbline:{${name}}`;

/** @throws {PlumblineError} Always, with the option and its problem. */
export function refuse(factory: string, option: string, problem: string): never {
  throw new PlumblineError(`${factory}: \`${option}\` ${problem}`);
}

/** Copies the own properties to an object that inherits nothing. */
export const ownCopy = <Value extends object>(value: Value): Value => Object.assign(Object.create(null), value);

/** Suggests the option whose name differs in one or two letters. */
function nearest(name: string, names: readonly string[]): string {
  const near = names.find((other) => distanceOf(name.toLowerCase(), other.toLowerCase()) <= 2);
  return near ? ` Did you mean \`${near}\`?` : '';
}

/** The Levenshtein distance of two names. Only the first 40 characters count. */
function distanceOf(one: string, other: string): number {
  const letters = [...other.slice(0, 40)];
  let row = [...letters.keys(), letters.length];
  for (const letter of one.slice(0, 40)) {
    const above = row;
    row = [(above[0] ?? 0) + 1];
    for (const [index, next] of letters.entries()) {
      const replaced = (above[index] ?? 0) + Number(letter !== next);
      row.push(Math.min((above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1, replaced));
    }
  }
  return row.at(-1) ?? 0;
}
