import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { readVendor, type VendorClient } from '@plumbline/repository/vendor';

/** An example of a README. */
export interface Example {
  /** The package, and where in its README it is. */
  readonly name: string;
  readonly code: string;
}

/** The client in the examples of a package, where it is not named as the vendor is. */
const variables: Readonly<Record<string, string>> = { 'mx-audience': 'mx' };

/** Options of its factory that a mock goes without. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'mx-audience': { domain: 'acme' } };

/** What else the examples of a package take for granted. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  magicbell: { user_id: `'2b7e1d90-5a7d-4e9f-8b6a-1c2d3e4f5a6b'` },
  magnetiq: { id: `'1'` },
  magnify: { motionId: `'3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b'` },
  'mx-audience': { audience: `{ id_or_slug: 'home_buyers', institution_public_id: 'INST-4B7E1D90' }` },
};

/** A package's factory, its credentials and its client, and names with what they stand for. */
function givenTo(vendor: string): { readonly factory?: string; readonly names: Readonly<Record<string, string>> } {
  if (vendor === 'runtime') return { names: ofRuntime };
  const { clients } = readVendor(vendor);
  const { factory, mock } = clients[0] as VendorClient;
  const credentials = Object.entries({ ...options[vendor], ...mock }).map(([name, value]) => [
    name,
    JSON.stringify(value),
  ]);
  const variable = variables[vendor] ?? vendor.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    factory,
    names: {
      ...Object.fromEntries(credentials),
      ...values[vendor],
      [variable]: `create({ ${credentials.map(([name, value]) => `${name}: ${value}`).join(', ')} })`,
    },
  };
}

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
  const { factory, names } = givenTo(vendor);
  const imports: string[] = code.match(/^import .+\n/gm) ?? [];
  // Examples after the first do not import the factory again.
  if (factory) {
    const hasFactory = imports.some((line) => line.includes(factory));
    imports.push(`import { ${hasFactory ? '' : `${factory}, `}${factory} as create } from '@plumbline/${vendor}';\n`);
  }
  const body = code.replace(/^import .+\n/gm, '');
  const around = Object.entries(names).map(([name, value]) => `  const ${name} = ${value};`);
  return `${imports.join('')}
export async function run(): Promise<void> {
${around.join('\n')}
  {
${body.replace(/^(?=.)/gm, '    ')}
  }
}
`;
}
