/**
 * `npx node scripts/spec-changes.ts check [vendor…]`: compares each spec with its last release. Exits 1 if `info.version` has not
 * moved as far as the changes demand, or if the changelog lacks them; 2 if they cannot be compared.
 *
 * `npx node scripts/spec-changes.ts changelog [vendor…]` writes the entry of the version into `specs/<vendor>/CHANGELOG.md`.
 *
 * The last release comes from npm, or with `--base <folder>` from `<vendor>.json` there. `--specs <folder>` reads
 * `<vendor>/dist/openapi.json` from another folder than `specs/`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentIn, releasedDocument } from '@plumbline/release/spec-changes/released-document';
import { reviewSpec } from '@plumbline/release/spec-changes/review-spec';
import { root, vendors } from '@plumbline/repository/repository';
import { turbo } from '@plumbline/repository/turbo';

const usage = `npx node scripts/spec-changes.ts check|changelog [${vendors.join('|')}…] [--base <folder>] [--specs <folder>]`;
const { command, names, base, specs } = readCommand();

if (!specs) turbo('build', '--filter=./specs/*');
const reviews = await Promise.all(names.map(review));
for (const { status, lines } of reviews) (status === 0 ? console.log : console.error)(lines.join('\n'));
process.exitCode = Math.max(...reviews.map(({ status }) => status));

async function review(vendor: string): Promise<{ status: number; lines: readonly string[] }> {
  try {
    const folder = join(specs ?? join(root, 'specs'), vendor);
    const released = base === undefined ? await releasedDocument(vendor) : documentIn(base, vendor);
    const { passed, lines } = await reviewSpec({ vendor, folder, released, write: command === 'changelog' });
    return { status: passed ? 0 : 1, lines };
  } catch (error) {
    return { status: 2, lines: [`${vendor}: ${(error as Error).message}`] };
  }
}

function readCommand() {
  try {
    const options = { base: { type: 'string' }, specs: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [command, ...given] = positionals;
    const unknown = values.specs ? [] : given.filter((name) => !vendors.includes(name));
    if (command !== 'check' && command !== 'changelog') throw new Error('Name a command.');
    if (unknown.length > 0) throw new Error(`Unknown vendor: ${unknown.join(', ')}.`);
    return { command, names: given.length > 0 ? given : vendors, ...values };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}
