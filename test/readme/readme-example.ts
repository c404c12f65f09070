import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { readVendor, type VendorClient } from '@plumbline/repository/vendor';

/** A code example of a README. */
export interface Example {
  /** The package and the heading of the example. */
  readonly name: string;
  readonly code: string;
}

/** The variable of the client in the examples, where it differs from the name of the vendor. */
const variables: Readonly<Record<string, string>> = { 'mx-audience': 'mx' };

/** Options of the factory that a mock does not need. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'mx-audience': { domain: 'acme' } };

/** Other variables that the examples of a package use without a declaration. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  magicbell: { user_id: `'2b7e1d90-5a7d-4e9f-8b6a-1c2d3e4f5a6b'` },
  magnetiq: { id: `'1'` },
  magnify: { motionId: `'3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b'` },
  'mx-audience': { audience: `{ id_or_slug: 'home_buyers', institution_public_id: 'INST-4B7E1D90' }` },
};

/** The factory of a package, and the variables that its examples use without a declaration. */
function contextOf(vendor: string): { readonly factory?: string; readonly names: Readonly<Record<string, string>> } {
  if (vendor === 'runtime') return { names: runtimeVariables };
  if (vendor === 'sandbox') return { names: {} };
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

/** The variables that the examples of the runtime use without a declaration. */
const runtimeVariables = { token: `'token'`, clientId: `'id'`, clientSecret: `'secret'` };

/** Reads the examples of a package's README. */
export function examplesOf(name: string): Example[] {
  const readme = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8').replace(/\r\n/g, '\n');
  const blocks = readme.matchAll(/^## (?<heading>.+)|^```ts\n(?<code>[\s\S]*?)^```/gm);
  let heading = '';
  return [...blocks].flatMap(({ groups = {} }) => {
    heading = groups.heading ?? heading;
    return groups.code === undefined ? [] : [{ name: `${name}, ${heading}`, code: groups.code }];
  });
}

/** Reads the imports in the sentences of a package's README, as exports, so that none is unused. */
export function importsIn(name: string): string {
  const readme = readFileSync(join(root, 'packages', name, 'README.md'), 'utf8');
  return [...readme.matchAll(/`import (type [^`]+)`/g)].map(([, names]) => `export ${names};\n`).join('');
}

/** Makes a module that runs an example. The example can redeclare the variables of its context. */
export function moduleOf(vendor: string, { code }: Example): string {
  const { factory, names } = contextOf(vendor);
  const imports: string[] = code.match(/^import .+\n/gm) ?? [];
  // Only the first example imports the factory.
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
