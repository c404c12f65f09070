import { measureSize, programs } from '../../packages/size/measure-size.ts';
import type { Weight } from '../figures.ts';
import { vendorName } from '../peers/names.ts';
import type { Peer } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import { compileRedoclyClient, folder } from './compile-redocly-client.ts';
import { measureImports } from './import-time.ts';
import { table } from './table.ts';

type Entry = Required<Pick<Peer, 'name' | 'specifier' | 'program'>>;

/**
 * Measures the size and the import time of clients.
 *
 * @param wanted Matches the names of clients.
 */
export async function measureWeights(wanted = /^/): Promise<readonly Weight[]> {
  const isEntry = (peer: Peer): peer is Peer & Entry => peer.program !== undefined;
  const ours = Object.entries(programs).map(([vendor, entry]) => ({ ...entry, name: vendorName(vendor) }));
  const entries: Entry[] = [...ours, ...peers.filter(isEntry)].filter(({ name }) => wanted.test(name));
  await compileRedoclyClient();
  const { over: imports } = measureImports([...new Set(entries.map(({ specifier }) => specifier))], folder);
  return Promise.all(
    entries.map(async ({ name, specifier, program }) => {
      const { minified, gzip } = await measureSize(program, folder);
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
