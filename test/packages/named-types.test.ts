/** What a package exports under a name that it did not choose: the types of its spec. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { runtimeExports } from '@plumbline/spec-tools/generate/type-names';
import { expect, it } from 'vitest';

const read = (vendor: string, ...path: string[]) =>
  readFileSync(join(root, 'packages', vendor, 'src', ...path), 'utf8').replaceAll('\r\n', '\n');

/** The names that an index exports one by one, by the modules that they come from. */
function explicitExports(vendor: string): { readonly name: string; readonly module: string }[] {
  const index = read(vendor, 'index.ts');
  const lists = [...index.matchAll(/^export \{([^}]*)\} from '([^']+)'/gm)];
  return [
    ...lists.flatMap(([, names = '', module = '']) =>
      names.split(',').flatMap((name) => ({ name: name.trim().replace(/^type /, ''), module })),
    ),
    ...[...index.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => ({ name, module: vendor })),
  ].filter(({ name }) => name !== '');
}

function generatedTypes(vendor: string): string[] {
  const code = ['schema.ts', 'types.ts'].map((name) => read(vendor, 'generated', name)).join('\n');
  return [...code.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name);
}

it.each(vendors)('the index of %s exports all types of its spec', (vendor) => {
  const index = read(vendor, 'index.ts');
  expect(index).toContain("export type * from './generated/schema.ts';");
  expect(index).toContain("export type * from './generated/types.ts';");
});

it.each(vendors)('no type of the spec of %s is hidden by an export of its index, or by another type', (vendor) => {
  const types = generatedTypes(vendor);
  expect(types.length).toBeGreaterThan(10);
  expect(types.filter((name, index) => types.indexOf(name) !== index)).toEqual([]);
  const explicit = explicitExports(vendor).map(({ name }) => name);
  expect(types.filter((name) => explicit.includes(name))).toEqual([]);
});

it.each(vendors)('the generator knows every type of the runtime that %s exports', (vendor) => {
  const names = explicitExports(vendor).flatMap(({ name, module }) => (module === '@plumbline/runtime' ? name : []));
  expect(names).toContain('ApiError');
  expect(names.filter((name) => !runtimeExports.includes(name) && !/^[a-z]/.test(name))).toEqual([]);
});
