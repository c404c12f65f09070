import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/scripts/spec';

/** An example of a README. */
export interface Example {
  /** The package, and where in its README it is. */
  readonly name: string;
  readonly code: string;
}

/** What the examples of a package take for granted: its factory, and names with what they stand for. */
interface Given {
  readonly factory?: string;
  readonly values: Readonly<Record<string, string>>;
}

const credentials = `clientId: 'id', clientSecret: 'secret'`;

const given: Readonly<Record<string, Given>> = {
  magicbell: {
    factory: 'createMagicBell',
    values: {
      apiKey: `'key'`,
      apiSecret: `'secret'`,
      user_id: `'2b7e1d90-5a7d-4e9f-8b6a-1c2d3e4f5a6b'`,
      magicbell: `create({ apiKey: 'key', apiSecret: 'secret' })`,
    },
  },
  magnetiq: { factory: 'createMagnetiq', values: { id: `'1'`, magnetiq: `create({ apiKey: 'key' })` } },
  magnify: {
    factory: 'createMagnify',
    values: { motionId: `'3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b'`, magnify: `create({ ${credentials} })` },
  },
  'mx-audience': {
    factory: 'createMxAudience',
    values: {
      audience: `{ id_or_slug: 'home_buyers', institution_public_id: 'INST-4B7E1D90' }`,
      mx: `create({ domain: 'acme', ${credentials} })`,
    },
  },
};

/** What the examples of the runtime take for granted; it has no factory. */
const ofRuntime = { token: `'token'`, clientId: `'id'`, clientSecret: `'secret'` };

/** The examples of a package's README, as they stand there. */
export function examplesOf(name: string): Example[] {
  const readme = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8').replace(/\r\n/g, '\n');
  const blocks = readme.matchAll(/^## (?<heading>.+)|^```ts\n(?<code>[\s\S]*?)^```/gm);
  let heading = '';
  return [...blocks].flatMap(({ groups = {} }) => {
    heading = groups.heading ?? heading;
    return groups.code === undefined ? [] : [{ name: `${name}, ${heading}`, code: groups.code }];
  });
}

/** A module of an example, which runs it: around it what it takes for granted, if anything, which its own names may hide. */
export function moduleOf(vendor: string, { code }: Example): string {
  const { factory, values } = given[vendor] ?? { values: vendor === 'runtime' ? ofRuntime : {} };
  const imports: string[] = code.match(/^import .+\n/gm) ?? [];
  // Examples after the first do not import the factory again.
  if (factory) {
    const hasFactory = imports.some((line) => line.includes(factory));
    imports.push(`import { ${hasFactory ? '' : `${factory}, `}${factory} as create } from '@plumbline/${vendor}';\n`);
  }
  const body = code.replace(/^import .+\n/gm, '');
  const around = Object.entries(values).map(([name, value]) => `  const ${name} = ${value};`);
  return `${imports.join('')}
export async function run(): Promise<void> {
${around.join('\n')}
  {
${body.replace(/^(?=.)/gm, '    ')}
  }
}
`;
}
