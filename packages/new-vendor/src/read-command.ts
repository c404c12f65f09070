import { parseArgs } from 'node:util';
import { Refusal } from './notes.ts';

/** What to add, and how. */
export interface Command {
  readonly name: string | undefined;
  readonly from: string | undefined;
  readonly install: boolean;
  readonly checks: boolean;
  readonly help: boolean;
}

/** The text of `--help`. */
export const help = `npm run new-vendor -- <vendor> --from <openapi file>

Adds a vendor: the spec in specs/<vendor>, the client in packages/<vendor>, and a snippet for each operation.
Then it runs the contract checks of the vendor, and says whether \`npm test\` will pass.

  <vendor>       the name in kebab-case, such as acme: it becomes @plumbline/acme and createAcme()
  --from <file>  an OpenAPI 3 or Swagger 2.0 document, in JSON or YAML. Without it, the spec has one operation to replace.
  --no-install   does not run \`npm install\`, and so no checks
  --no-checks    does not run the contract checks, which take longest
  --help         prints this

Operations that cannot work are left out, each with its reason. A vendor that cannot be added changes nothing, and
the command exits with 1. Ctrl+C also leaves nothing behind.
packages/new-vendor/README.md says what comes next.`;

const flag = { type: 'boolean', default: false } as const;
const options = {
  from: { type: 'string' },
  'no-install': flag,
  'no-checks': flag,
  help: { ...flag, short: 'h' },
} as const;

/**
 * Reads the words of the command.
 *
 * @throws {Refusal} When an option is unknown, or when two vendors are named.
 */
export function readCommand(words: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [name, ...others] = positionals;
    if (others.length > 0) throw new Error(`Name one vendor, without ${others.join(' and ')}.`);
    const { from, help, 'no-install': noInstall, 'no-checks': noChecks } = values;
    return { name, from, install: !noInstall, checks: !noInstall && !noChecks, help };
  } catch (error) {
    const [reason] = (error as Error).message.split(/\. To |\n/);
    throw new Refusal(`${reason?.replace(/\.?$/, '.')} \`npm run new-vendor -- --help\` lists the options.`);
  }
}
