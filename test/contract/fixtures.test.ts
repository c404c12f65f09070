/** What the vendors' own pages print is kept as data, and is what the specs say, the mocks take and the clients read. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { openBench } from './check.ts';
import { fixtureChecks } from './checks/fixtures.ts';
import { folderOf, keysOf, type Payload, type Row, readPayloads, readTables } from './fixtures/vendor-fixtures.ts';
import { runChecks } from './run-checks.ts';

runChecks('fixtures', fixtureChecks);

const payloadKeys = ['source', 'operation', 'part', 'method', 'url', 'headers', 'status', 'mediaType', 'body'];
const rowKeys = ['contradictions', 'says'];

describe.each(vendors)('the fixtures of %s', (vendor) => {
  const payloads = [...readPayloads(vendor)];
  const tables = Object.keys(keysOf).flatMap((file) => readTables(vendor, file).map((table) => ({ file, table })));
  const operations = operationsOf(readSpec(vendor)).map(({ id }) => id);
  // Bold words and line ends are no part of a passage.
  const readme = readFileSync(join(root, 'specs', vendor, 'README.md'), 'utf8')
    .replaceAll('**', '')
    .replace(/\s+/g, ' ');

  it('are files of the kinds that specs/README.md describes', () => {
    const names = readdirSync(folderOf(vendor)).map((file) => basename(file, '.json'));
    const known = [...payloads.map(([name]) => name), ...Object.keys(keysOf)];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect([...payloads, ...tables]).not.toEqual([]);
  });

  it('name a section of a page or a file as their source, and operations of the spec', () => {
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

  it('have no key that nothing reads', () => {
    const known = [...payloadKeys, ...rowKeys, 'call', 'arguments'];
    for (const [name, payload] of payloads) expect(unknown(payload, known), name).toEqual([]);
    for (const { file, table } of tables) {
      expect(unknown(table, ['source', 'operations', 'places', 'rows'])).toEqual([]);
      for (const row of table.rows) expect(unknown(row, [...rowKeys, ...(keysOf[file] ?? [])])).toEqual([]);
    }
  });

  it('contradict the spec only where its README says why', () => {
    const rows = tables.flatMap(({ table }) => table.rows);
    for (const words of [...payloads.map(([, payload]) => payload), ...rows]) {
      for (const [key, passage] of Object.entries(words.contradictions ?? {})) {
        // A request that is refused for its body may have none.
        if (key !== 'body') expect(lookUp(words, key), key).toBeDefined();
        expect(readme).toContain(passage);
      }
    }
  });

  it('make checks that have names of their own', () => {
    const names = fixtureChecks(vendor).map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

/** Each kind of change to a spec that the fixtures are there to notice: what it is, in which spec, and a check that has to fail. */
const changes: readonly [change: string, vendor: string, check: string, apply: (document: Changeable) => void][] = [
  [
    'a path that is renamed',
    'magnify',
    'motions/list is /motions (§Get Motions)',
    ({ paths }) => {
      paths['/motion'] = paths['/motions'];
      delete paths['/motions'];
    },
  ],
  [
    'a parameter that is renamed',
    'mx-audience',
    'audiences/listMembers query has institution_public_id (§Parameters)',
    ({ paths }) => set(paths, '/api/v1/audience/{id_or_slug}/list get parameters 1 name', 'institution_id'),
  ],
  [
    'a limit that is moved',
    'magnify',
    'motions/list query has size (§Get Motions, Query Parameters)',
    ({ paths }) => set(paths, '/motions get parameters 0 schema maximum', 999),
  ],
  [
    'a contradiction that is gone',
    'magnify',
    'motions/list query has size (§Error Response Format, Notes)',
    ({ paths }) => set(paths, '/motions get parameters 0 schema maximum', 100),
  ],
  [
    'a value that is dropped from an enum',
    'magicbell',
    'notifications/create 401 errors/* has code (§Client errors)',
    ({ components }) => set(components, 'schemas Error properties code anyOf 0 enum', ['forbidden']),
  ],
  [
    'a type that is changed',
    'mx-audience',
    'audiences/listMembers answers with audiences.listMembers.response.200 (§Responses)',
    ({ components }) => set(components, 'schemas AudienceMemberList properties count type', 'string'),
  ],
  [
    'a field that becomes required',
    'magnify',
    'motions/emailMetrics/list answers with motions.emailMetrics.list.response.200 (§Get Email Metrics for a Motion)',
    ({ components }) => set(components, 'schemas UserInfo required', ['email']),
  ],
  [
    'a field that becomes optional',
    'magicbell',
    'notifications/create refuses notifications.create.request.1 (§Client errors)',
    ({ components }) => set(components, 'schemas NotificationInput required', ['title']),
  ],
  [
    'a status that is dropped',
    'magnetiq',
    'brands/get declares 404 (§Errors)',
    ({ paths }) => set(paths, '/brands/{id} get responses 404', undefined),
  ],
  [
    'credentials that are dropped',
    'magnify',
    'motions/get takes the credentials that it is printed with (§Using the Access Token; §Required Scope)',
    ({ paths }) => set(paths, '/motions/{motionId} get security', []),
  ],
  [
    'a media type that is changed',
    'magnify',
    'auth/createToken takes auth.createToken.request (§Getting an Access Token)',
    ({ paths }) => {
      const content = '/oauth2/token post requestBody content';
      set(paths, `${content} application/json`, get(paths, `${content} application/x-www-form-urlencoded`));
      set(paths, `${content} application/x-www-form-urlencoded`, undefined);
    },
  ],
  [
    'a server that is moved',
    'magnetiq',
    'analytics/conversion is called on https://api.magnetiq.com/v1 (§Base URL)',
    (document) => set(document, 'servers 0 url', 'https://api.magnetiq.com/v2'),
  ],
  [
    'a rate limit that is raised',
    'magnetiq',
    'auth/createToken stands in a spec with the rate limits that are printed',
    (document) => set(document, 'x-rate-limits 1 requests', 21),
  ],
  [
    'an operation that was excluded',
    'magicbell',
    'broadcasts/list stands in a spec without GET /config (magicbell/magicbell-js @ ca473595 packages/react-headless/src/types/IRemoteConfig.ts)',
    ({ paths }) => {
      paths['/config'] = { get: get(paths, '/broadcasts get') };
    },
  ],
];

it.each(changes)('notices %s', async (_, vendor, name, apply) => {
  const check = fixtureChecks(vendor).find((each) => each.name === name);
  if (!check) throw new Error(`There is no check "${name}".`);
  const document = structuredClone(readSpec(vendor));
  apply(document as unknown as Changeable);
  const bench = await openBench(vendor, document);
  try {
    await expect(bench.run(check)).rejects.toThrow();
  } finally {
    await bench.close();
  }
});

interface Changeable {
  readonly paths: Record<string, unknown>;
  readonly components: Record<string, unknown>;
}

function get(node: object, keys: string): unknown {
  return keys.split(' ').reduce<unknown>((value, key) => Object(value)[key], node);
}

function set(node: object, keys: string, value: unknown): void {
  const last = keys.lastIndexOf(' ');
  const parent = get(node, keys.slice(0, last)) as Record<string, unknown>;
  if (value === undefined) delete parent[keys.slice(last + 1)];
  else parent[keys.slice(last + 1)] = value;
}

function unknown(words: object, known: readonly string[]): string[] {
  return Object.keys(words).filter((key) => !known.includes(key));
}

function lookUp(words: Payload | Row, path: string): unknown {
  return path.split('/').reduce<unknown>((node, key) => Object(node)[key], words);
}
