import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { Refusal } from './refusal.ts';

/**
 * Checks the name that a vendor is to have: it names folders and packages.
 *
 * @throws {Refusal} When it is not kebab-case, or taken.
 */
export function nameVendor(name: string | undefined): string {
  if (name === undefined) throw new Refusal('Name the vendor: npm run new-vendor -- acme --from openapi.yaml');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 40) {
    throw new Refusal(
      `\`${name}\` cannot name a vendor. Write it in kebab-case, as in mx-audience: it names folders and packages.`,
    );
  }
  if (isWordOfJavaScript(name)) {
    throw new Refusal(`\`${name}\` is a word of JavaScript, and clients are variables of that name. Choose another.`);
  }
  for (const place of [join('specs', name), join('packages', name)]) {
    if (existsSync(join(root, place))) throw new Refusal(`There is ${place} already. Choose another name.`);
  }
  return name;
}

function isWordOfJavaScript(name: string): boolean {
  try {
    new Function(`'use strict'; const ${name.replaceAll('-', '_')} = 0;`);
    return false;
  } catch {
    return true;
  }
}
