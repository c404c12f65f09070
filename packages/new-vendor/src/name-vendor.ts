import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { Refusal } from './notes.ts';

/**
 * Validates the name of a new vendor, which becomes the name of folders and packages.
 *
 * @throws {Refusal} When it is not kebab-case, or taken.
 */
export function nameVendor(name: string | undefined): string {
  if (name === undefined) throw new Refusal('Name the vendor: npm run new-vendor -- acme --from openapi.yaml');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new Refusal(
      `\`${name}\` cannot name a vendor. Write it in kebab-case, such as mx-audience: it names folders and packages.`,
    );
  }
  if (isKeyword(name)) {
    throw new Refusal(
      `\`${name}\` is a keyword of JavaScript, and the client is a variable of that name. Choose another name.`,
    );
  }
  for (const place of [
    join('specs', name),
    join('packages', name),
    join('test', 'snippets', name),
    join('.changeset', `add-${name}.md`),
  ]) {
    if (existsSync(join(root, place))) throw new Refusal(`${place} already exists. Choose another name.`);
  }
  return name;
}

function isKeyword(name: string): boolean {
  try {
    new Function(`'use strict'; const ${name.replaceAll('-', '_')} = 0;`);
    return false;
  } catch {
    return true;
  }
}
