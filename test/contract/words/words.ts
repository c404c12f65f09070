import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { operationsOf, readSpec, root } from '@plumbline/scripts/spec';

/** What all words of a vendor have: where they stand, and which of them the spec does not follow. */
export interface Words {
  /** The vendor's page and, after `§`, the section of it; or a file at a commit. */
  readonly source: string;
  /** The keys (or paths of keys) of these words that the spec does not follow, each with the passage of its README that says why. */
  readonly contradictions?: Readonly<Record<string, string>>;
}

/** A request, an answer or a call of an SDK that the vendor prints. */
export interface Payload extends Words {
  readonly operation: string;
  readonly part: 'request' | 'response' | 'call';
  readonly method?: string;
  /** As printed: with its host and query, or from the path on. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly mediaType?: string;
  readonly body?: unknown;
  /** The SDK's method, with its client's name. */
  readonly call?: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
}

/** Rows that stand under one heading and concern the same operations or the same place. */
export interface Table {
  readonly source: string;
  /** The operations that the rows concern; all of them where none is named. */
  readonly operations?: readonly string[];
  /** Where the fields of the rows are, as `<operation> <query|path|header|body|status> [path/within/it]`. */
  readonly places?: readonly string[];
  readonly rows: readonly Row[];
}

/** A row of a table: its keys depend on the file it is in. */
export type Row = Omit<Words, 'source'> & Readonly<Record<string, unknown>>;

/** The keys that a row may have, by the file it is in. `says` holds the vendor's words where the other keys are our reading of them. */
export const keysOf: Readonly<Record<string, readonly string[]>> = {
  operations: ['says', 'operation', 'method', 'path', 'url', 'excluded'],
  credentials: ['headers', 'scopes'],
  servers: ['says', 'url'],
  statuses: ['status', 'says'],
  'rate-limits': ['says', 'plan', 'methods', 'requests', 'seconds'],
  statements: ['says', 'at', 'equals', 'includes'],
  fields: [
    ...[
      'name',
      'says',
      'type',
      'items',
      'required',
      'default',
      'values',
      'example',
      'format',
      'deprecated',
      'excluded',
    ],
    ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern'],
  ],
};

/** Where the words of a vendor are kept. */
export function folderOf(vendor: string): string {
  return join(root, 'specs', vendor, 'samples');
}

/** Reads the payloads of a vendor, by the names of their files. */
export function readPayloads(vendor: string): ReadonlyMap<string, Payload> {
  const files = readdirSync(folderOf(vendor)).filter((file) => /\.(request|response|call)\./.test(file));
  return new Map(files.map((file) => [basename(file, '.json'), readWords(vendor, file) as Payload]));
}

/** Reads the tables of one file; none where the vendor has no such file. */
export function readTables(vendor: string, name: string): readonly Table[] {
  const file = `${name}.json`;
  return readdirSync(folderOf(vendor)).includes(file) ? (readWords(vendor, file) as Table[]) : [];
}

function readWords(vendor: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folderOf(vendor), file), 'utf8'));
}

/** The operations that a table concerns, by their ids. */
export function operationsIn(vendor: string, { operations }: Table): readonly string[] {
  return operations ?? operationsOf(readSpec(vendor)).map(({ id }) => id);
}

/** The section of a source, or its file where it has no sections, to name a check by. */
export function sectionOf(source: string): string {
  return source.includes('§') ? source.slice(source.indexOf('§')) : source;
}
