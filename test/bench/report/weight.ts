import { weigh } from '../../weight/bundle.ts';
import { measureImports } from '../../weight/import-time.ts';
import { programs } from '../../weight/programs.ts';
import type { Peer } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import { compileRedoclyClient, folder } from './compile-redocly-client.ts';
import { table } from './table.ts';

type Entry = Required<Pick<Peer, 'name' | 'specifier' | 'program'>>;

/** What the clients weigh in a bundle, and how long they take to import. */
export async function reportWeight(): Promise<string> {
  const isEntry = (peer: Peer): peer is Peer & Entry => peer.program !== undefined;
  const ours = Object.entries(programs).map(([vendor, entry]) => ({ ...entry, name: `Plumbline, ${vendor}` }));
  const entries: Entry[] = [...ours, ...peers.filter(isEntry)];
  await compileRedoclyClient();
  const { over: imports } = measureImports([...new Set(entries.map(({ specifier }) => specifier))], folder);
  const rows = await Promise.all(
    entries.map(async ({ name, specifier, program }) => {
      const { minified, gzip } = await weigh(program, folder);
      const bytes = (value: number) => value.toLocaleString('en');
      return [name, bytes(minified), bytes(gzip), (imports.get(specifier) ?? Number.NaN).toFixed(0)];
    }),
  );
  return table(['client and one call', 'minified, bytes', 'gzip, bytes', 'import, ms'], rows);
}
