import { weigh } from '../../weight/bundle.ts';
import { measureImports } from '../../weight/import-time.ts';
import { programs } from '../../weight/programs.ts';
import type { Peer } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import { compileRedoclyClient, folder } from './compile-redocly-client.ts';
import { table } from './table.ts';

type Entry = Required<Pick<Peer, 'name' | 'specifier' | 'program'>>;

/** What a client and one call weigh in a bundle, in bytes, and how long it takes to import, in milliseconds. */
export interface Weight {
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
  readonly importTime: number;
}

export async function measureWeights(): Promise<readonly Weight[]> {
  const isEntry = (peer: Peer): peer is Peer & Entry => peer.program !== undefined;
  const ours = Object.entries(programs).map(([vendor, entry]) => ({ ...entry, name: `Plumbline, ${vendor}` }));
  const entries: Entry[] = [...ours, ...peers.filter(isEntry)];
  await compileRedoclyClient();
  const { over: imports } = measureImports([...new Set(entries.map(({ specifier }) => specifier))], folder);
  return Promise.all(
    entries.map(async ({ name, specifier, program }) => {
      const { minified, gzip } = await weigh(program, folder);
      return { name, minified, gzip, importTime: Math.round(imports.get(specifier) ?? Number.NaN) };
    }),
  );
}

export function reportWeights(weights: readonly Weight[]): string {
  const bytes = (value: number) => value.toLocaleString('en');
  const rows = weights.map(({ name, minified, gzip, importTime }) => [
    name,
    bytes(minified),
    bytes(gzip),
    String(importTime),
  ]);
  return table(['client and one call', 'minified, bytes', 'gzip, bytes', 'import, ms'], rows);
}
