import type { Peer } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import { compileRedoclyClient, weigh } from '../weight/bundle.ts';
import { measureImports } from '../weight/import-time.ts';
import { table } from './table.ts';

type Entry = Required<Pick<Peer, 'name' | 'specifier' | 'program'>>;

const vendors: readonly Entry[] = [
  {
    name: 'Plumbline, MAGNETIQ',
    specifier: '@plumbline/magnetiq',
    program: `import { createMagnetiq } from '@plumbline/magnetiq';
const magnetiq = createMagnetiq({ apiKey: 'key' });
console.log(await magnetiq.consumers.list());`,
  },
  {
    name: 'Plumbline, Magnify',
    specifier: '@plumbline/magnify',
    program: `import { createMagnify } from '@plumbline/magnify';
const magnify = createMagnify({ clientId: 'id', clientSecret: 'secret' });
console.log(await magnify.motions.list());`,
  },
  {
    name: 'Plumbline, MX Audience',
    specifier: '@plumbline/mx-audience',
    program: `import { createMxAudience } from '@plumbline/mx-audience';
const mx = createMxAudience({ domain: 'bank', clientId: 'id', clientSecret: 'secret' });
console.log(await mx.audiences.list());`,
  },
];

/** What the clients weigh in a bundle, and how long they take to import. */
export async function reportWeight(): Promise<string> {
  const isEntry = (peer: Peer): peer is Peer & Entry => peer.program !== undefined;
  const [first, ...others] = peers.filter(isEntry);
  const entries: Entry[] = [...(first ? [{ ...first, name: `${first.name}, MagicBell` }] : []), ...vendors, ...others];
  await compileRedoclyClient();
  const imports = measureImports(entries.map(({ specifier }) => specifier));
  const rows = await Promise.all(
    entries.map(async ({ name, specifier, program }) => {
      const { minified, gzip } = await weigh(program);
      const bytes = (value: number) => value.toLocaleString('en');
      return [name, bytes(minified), bytes(gzip), (imports.get(specifier) ?? Number.NaN).toFixed(0)];
    }),
  );
  return table(['client and one call', 'minified, bytes', 'gzip, bytes', 'import, ms'], rows);
}
