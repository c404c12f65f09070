/** The specs, the mocks and the clients agree with the fixtures: the payloads and tables that the vendors' pages print. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { checksOf } from './all-checks.ts';
import { describeChecks } from './describe-checks.ts';
import { folderOf, keysOf, type Payload, type Row, readPayloads, readTables } from './fixtures/vendor-fixtures.ts';

describeChecks('fixtures', (vendor) => checksOf('fixtures', vendor));

const payloadKeys = ['source', 'operation', 'part', 'method', 'url', 'headers', 'status', 'mediaType', 'body'];
const rowKeys = ['contradictions', 'says'];

describe.each(vendors)('the fixtures of %s', (vendor) => {
  const payloads = [...readPayloads(vendor)];
  const tables = Object.keys(keysOf).flatMap((file) => readTables(vendor, file).map((table) => ({ file, table })));
  const operations = operationsOf(readSpec(vendor)).map(({ id }) => id);
  // A passage has no bold marks and no line breaks.
  const readme = readFileSync(join(root, 'specs', vendor, 'README.md'), 'utf8')
    .replaceAll('**', '')
    .replace(/\s+/g, ' ');

  it('the fixtures are files of the kinds that specs/README.md describes', () => {
    const names = readdirSync(folderOf(vendor)).map((file) => basename(file, '.json'));
    const known = [...payloads.map(([name]) => name), ...Object.keys(keysOf)];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect([...payloads, ...tables]).not.toEqual([]);
  });

  it('each fixture names its source and operations of the spec', () => {
    for (const { source } of [...payloads.map(([, payload]) => payload), ...tables.map(({ table }) => table)]) {
      expect(source).toMatch(/ §.+|\w\/[\w.-]+\.\w+( @ [0-9a-f]+)?$|^https:/);
    }
    const places = tables.flatMap(({ table }) => table.places ?? []).map((place) => place.split(' ')[0]);
    const named = tables.flatMap(({ table }) => table.operations ?? []);
    for (const id of [...payloads.map(([, { operation }]) => operation), ...places, ...named]) {
      expect(operations).toContain(id);
    }
    for (const [name, { operation, part }] of payloads) {
      expect(name.startsWith(`${operation.replaceAll('/', '.')}.${part}`)).toBe(true);
    }
  });

  it('the fixtures have only keys that checks read', () => {
    const known = [...payloadKeys, ...rowKeys, 'call', 'arguments'];
    for (const [name, payload] of payloads) expect(unknownKeys(payload, known), name).toEqual([]);
    for (const { file, table } of tables) {
      expect(unknownKeys(table, ['source', 'operations', 'places', 'rows'])).toEqual([]);
      for (const row of table.rows) expect(unknownKeys(row, [...rowKeys, ...(keysOf[file] ?? [])])).toEqual([]);
    }
  });

  it('the README of the spec gives the reason of each contradiction', () => {
    const rows = tables.flatMap(({ table }) => table.rows);
    for (const fixture of [...payloads.map(([, payload]) => payload), ...rows]) {
      for (const [key, passage] of Object.entries(fixture.contradictions ?? {})) {
        // A request that is refused for its body may lack the body.
        if (key !== 'body') expect(lookUp(fixture, key), key).toBeDefined();
        expect(readme).toContain(passage);
      }
    }
  });

  it('the names of the checks are unique', () => {
    const names = checksOf('fixtures', vendor).map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

function unknownKeys(fixture: object, known: readonly string[]): string[] {
  return Object.keys(fixture).filter((key) => !known.includes(key));
}

function lookUp(fixture: Payload | Row, path: string): unknown {
  return path.split('/').reduce<unknown>((node, key) => Object(node)[key], fixture);
}
