import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { Refusal } from '../notes.ts';
import { isObject, keysIn, type Node } from './source.ts';

/** These hold values: a `$ref` inside is not a reference. */
const values = ['example', 'examples', 'default', 'enum', 'const'];

/** Whether a document refers to other files. Addresses are not read: such a reference stays. */
export function refersToFiles(node: unknown, key = '', seen: Set<object> = new Set()): boolean {
  if (typeof node !== 'object' || node === null || seen.has(node)) return false;
  seen.add(node);
  const isMap = /^(properties|schemas|parameters|responses)$/.test(key);
  return Object.entries(node).some(([name, child]) => {
    if (name === '$ref' && typeof child === 'string') return isFile(child);
    const isValue = !isMap && (values.includes(name) || name.startsWith('x-'));
    return !isValue && refersToFiles(child, name, seen);
  });
}

function isFile(reference: string): boolean {
  return !reference.startsWith('#') && !/^[a-z][\w+.-]*:/i.test(reference) && /[./]/.test(reference);
}

/**
 * Joins a document of several files. References to files that do not exist stay.
 *
 * @throws {Refusal} When nothing can be joined.
 */
export async function bundleFiles(file: string, name: string): Promise<Node> {
  const folder = makeTemporaryFolder('new-vendor-');
  const output = join(folder, 'bundle.json');
  try {
    const { output: said } = await runRedocly(['bundle', resolve(file), '--force', '--output', output], folder);
    return withPlainNames(JSON.parse(readBundle(output, name, said)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Redocly names a component by the end of the reference to it, with its escapes: `a~1b` for `a/b`. */
function withPlainNames(document: Node): Node {
  const components = Object.entries(Object(document.components)).map(([section, all]) => [
    section,
    isObject(all) ? Object.fromEntries(Object.entries(all).map(([name, one]) => [plainName(name, all), one])) : all,
  ]);
  return components.length > 0 ? { ...document, components: Object.fromEntries(components) } : document;
}

function plainName(name: string, all: Node): string {
  const [plain = name, ...others] = keysIn(`#/${name}`);
  return others.length > 0 || Object.hasOwn(all, plain) ? name : plain;
}

function readBundle(output: string, name: string, said: string): string {
  try {
    return readFileSync(output, 'utf8');
  } catch {
    const reasons = said.split('\n').filter((line) => /resolve|parse|error was generated/i.test(line));
    throw new Refusal(`${name} refers to files that cannot be read. ${reasons.slice(0, 3).join(' ').trim()}`);
  }
}
