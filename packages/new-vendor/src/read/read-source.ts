import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { escapeKey } from '@plumbline/spec-tools/document/pointer';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { upgrade } from '@scalar/openapi-upgrader';
import { parse } from 'yaml';
import { fillTemplate } from '../fill-template.ts';
import { pascalCase } from '../naming.ts';
import { Refusal } from '../notes.ts';
import { keysIn, type Node, type Source } from './source.ts';

/** These hold values: a `$ref` inside is not a reference. */
const values = ['example', 'examples', 'default', 'enum', 'const'];

/**
 * Reads an OpenAPI 3.0 or 3.1 document, JSON or YAML, of one or several files, and upgrades it to 3.1.
 *
 * @throws {Refusal} When the file is not such a document, a reference is broken, or two operations have one operationId.
 */
export async function readSource(file: string): Promise<Source> {
  const name = basename(file);
  const read = parseFile(file, name);
  demandVersion(read, name);
  const references = [...referencesIn(read, '#')];
  const document = references.some(({ $ref }) => !$ref.startsWith('#')) ? await bundle(file, name) : read;
  demandReferences(document, name);
  demandOperationIds(document, name);
  return { name, document: upgrade(document, '3.1') as Node };
}

/** The start for a vendor without a document: one operation, to be replaced. */
export function emptySource(vendor: string): Source {
  const document = parse(fillTemplate('empty.openapi.yaml', { Name: pascalCase(vendor) }));
  return { name: `https://${vendor}.example/docs`, document };
}

function parseFile(file: string, name: string): Node {
  let text: string;
  try {
    if (!statSync(file).isFile()) throw new Refusal(`${name} is not a file.`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
  try {
    return file.endsWith('.json') ? JSON.parse(text) : parse(text, { merge: true, logLevel: 'error' });
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw new Refusal(`${name} is neither JSON nor YAML: ${reason}`);
  }
}

function demandVersion(document: Node, name: string): void {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new Refusal(`${name} is not an OpenAPI document: it has no \`openapi\` at its root.`);
  }
  if (document.swagger !== undefined) {
    throw new Refusal(`${name} is Swagger ${document.swagger}. Convert it to OpenAPI 3 first.`);
  }
  if (!/^3\.[01]\.\d+$/.test(String(document.openapi))) {
    const said = document.openapi === undefined ? 'has no `openapi`' : `has \`openapi: ${document.openapi}\``;
    throw new Refusal(`${name} ${said} at its root. Pass OpenAPI 3.0 or 3.1.`);
  }
  if (Object.keys(Object(document.paths)).length === 0) throw new Refusal(`${name} has no \`paths\`.`);
}

/** Bundles a document of several files. */
async function bundle(file: string, name: string): Promise<Node> {
  const folder = mkdtempSync(join(tmpdir(), 'new-vendor-'));
  const output = join(folder, 'bundle.json');
  try {
    const { status, output: said } = await runRedocly(['bundle', resolve(file), '--output', output], folder);
    if (status !== 0) {
      const reasons = said.split('\n').filter((line) => /resolve|parse|error was generated/i.test(line));
      throw new Refusal(`${name} has broken references. ${reasons.slice(0, 3).join(' ').trim()}`);
    }
    return JSON.parse(readFileSync(output, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Reference {
  readonly $ref: string;
  /** The JSON Pointer of its parent. */
  readonly at: string;
}

function* referencesIn(node: unknown, at: string, seen: Set<object> = new Set()): Generator<Reference> {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  seen.add(node);
  const isMap = /\/(properties|schemas|parameters|responses)$/.test(at);
  for (const [key, child] of Object.entries(node)) {
    if (key === '$ref' && typeof child === 'string') yield { $ref: child, at };
    else if (isMap || !(values.includes(key) || key.startsWith('x-'))) {
      yield* referencesIn(child, `${at}/${escapeKey(key)}`, seen);
    }
  }
}

function demandReferences(document: Node, name: string): void {
  for (const { $ref, at } of referencesIn(document, '#')) {
    const target = keysIn($ref).reduce<unknown>((parent, key) => Object(parent)[key], document);
    if (target === undefined) throw new Refusal(`${name}: \`${$ref}\`, referenced at ${at}, does not exist.`);
  }
}

function demandOperationIds(document: Node, name: string): void {
  const places = new Map<string, string>();
  for (const [path, item] of Object.entries<Node>(document.paths)) {
    for (const [method, operation] of Object.entries<Node>(Object(item))) {
      const id = operation?.operationId;
      if (typeof id !== 'string') continue;
      const place = `${method.toUpperCase()} ${path}`;
      const other = places.get(id);
      if (other) throw new Refusal(`${name}: ${other} and ${place} both have the operationId \`${id}\`.`);
      places.set(id, place);
    }
  }
}
