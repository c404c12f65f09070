import { CredentialError } from '../errors/credential-error.ts';
import type { CallContext } from '../pipeline/call-context.ts';
import { ownCopy } from '../pipeline/own-value.ts';
import type { Credential, CredentialSource } from '../policies/auth/credential-source.ts';
import { defaultTimeout } from '../policies/timeout.ts';

/** A credential that is a function. */
export type CredentialFunction = Exclude<Credential, string>;

type Values = Readonly<Record<string, string>>;

/**
 * Makes the function that reads the credentials of a request. Those that are functions are called together, within the time limit
 * of an attempt, and what they return is validated as a given text is.
 */
export function createReader(
  values: Values,
  functions: Readonly<Record<string, CredentialFunction>>,
  validate: (name: string, value: string) => string,
): CredentialSource<Values>['read'] {
  const all = Object.keys(functions);
  if (all.length === 0) return () => values;
  const ask = async (name: string, { line }: CallContext) => {
    try {
      return [name, validate(name, (await functions[name]?.()) as string)] as const;
    } catch (cause) {
      throw new CredentialError(line, name, cause);
    }
  };
  return async (call, names = all) => {
    const deadline = call.deadline.within(call.options.timeout ?? defaultTimeout);
    try {
      const asked = Promise.all(names.map((name) => ask(name, call)));
      return ownCopy({ ...values, ...Object.fromEntries(await deadline.race(asked)) });
    } finally {
      deadline.close();
    }
  };
}
