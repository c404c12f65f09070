import { variablePrefix } from './access.ts';
import type { Environment } from './live-clients.ts';
import { hidden } from './plain-name.ts';

/** Shorter ones are found in words by chance. */
const shortest = 6;

/**
 * Takes the values of a vendor's environment variables out of a text. Nothing should have let one in: this is the second lock.
 */
export function withoutSecrets(text: string, vendor: string, environment: Environment): string {
  const values = Object.entries(environment).flatMap(([name, value = '']) =>
    name.startsWith(variablePrefix(vendor)) && value.length >= shortest ? [value] : [],
  );
  return values
    .sort((one, other) => other.length - one.length)
    .reduce((rest, value) => rest.replaceAll(value, hidden), text);
}
