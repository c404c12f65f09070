/** The fixture checks fail where a spec is changed to contradict what its vendor prints. */
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { expect, it } from 'vitest';
import { checksOf } from './all-checks.ts';
import { openBench } from './check.ts';

/** Each kind of change to a spec that a fixture check must kill: the change, the spec, and the check that must fail. */
const changes: readonly [change: string, vendor: string, check: string, apply: (document: MutableDocument) => void][] =
  [
    [
      'a renamed path',
      'magnify',
      'motions/list has the address /motions (§Get Motions)',
      ({ paths }) => {
        paths['/motion'] = paths['/motions'];
        delete paths['/motions'];
      },
    ],
    [
      'a renamed parameter',
      'mx-audience',
      'audiences/listMembers query has institution_public_id (§Parameters)',
      ({ paths }) => set(paths, '/api/v1/audience/{id_or_slug}/list get parameters 1 name', 'institution_id'),
    ],
    [
      'a changed limit',
      'magnify',
      'motions/list query has size (§Get Motions, Query Parameters)',
      ({ paths }) => set(paths, '/motions get parameters 0 schema maximum', 999),
    ],
    [
      'a resolved contradiction',
      'magnify',
      'motions/list query has size (§Error Response Format, Notes)',
      ({ paths }) => set(paths, '/motions get parameters 0 schema maximum', 100),
    ],
    [
      'an enum without a value',
      'magicbell',
      'notifications/create 401 errors/* has code (§Client errors)',
      ({ components }) => set(components, 'schemas Error properties code anyOf 0 enum', ['forbidden']),
    ],
    [
      'a changed type',
      'mx-audience',
      'audiences/listMembers returns audiences.listMembers.response.200 (§Responses)',
      ({ components }) => set(components, 'schemas AudienceMemberList properties count type', 'string'),
    ],
    [
      'a field that becomes required',
      'magnify',
      'motions/emailMetrics/list returns motions.emailMetrics.list.response.200 (§Get Email Metrics for a Motion)',
      ({ components }) => set(components, 'schemas UserInfo required', ['email']),
    ],
    [
      'a field that becomes optional',
      'magicbell',
      'notifications/create refuses notifications.create.request.1 (§Client errors)',
      ({ components }) => set(components, 'schemas NotificationInput required', ['title']),
    ],
    [
      'a removed status',
      'magnetiq',
      'brands/get declares 404 (§Errors)',
      ({ paths }) => set(paths, '/brands/{id} get responses 404', undefined),
    ],
    [
      'removed credentials',
      'magnify',
      'motions/get requires the printed credentials (§Using the Access Token; §Required Scope)',
      ({ paths }) => set(paths, '/motions/{motionId} get security', []),
    ],
    [
      'a changed media type',
      'magnify',
      'auth/createToken accepts auth.createToken.request (§Getting an Access Token)',
      ({ paths }) => {
        const content = '/oauth2/token post requestBody content';
        set(paths, `${content} application/json`, get(paths, `${content} application/x-www-form-urlencoded`));
        set(paths, `${content} application/x-www-form-urlencoded`, undefined);
      },
    ],
    [
      'a changed server',
      'magnetiq',
      'analytics/conversion has the server https://api.magnetiq.com/v1 (§Base URL)',
      (document) => set(document, 'servers 0 url', 'https://api.magnetiq.com/v2'),
    ],
    [
      'a raised rate limit',
      'magnetiq',
      'auth/createToken is in a spec with the printed rate limits',
      (document) => set(document, 'x-rate-limits 1 requests', 21),
    ],
    [
      'an excluded operation',
      'magicbell',
      'broadcasts/list is in a spec without GET /config (magicbell/magicbell-js @ ca473595 packages/react-headless/src/types/IRemoteConfig.ts)',
      ({ paths }) => {
        paths['/config'] = { get: get(paths, '/broadcasts get') };
      },
    ],
  ];

it.each(changes)('a fixture check fails for %s in %s: %s', async (_, vendor, name, apply) => {
  const check = checksOf('fixtures', vendor).find((each) => each.name === name);
  if (!check) throw new Error(`There is no check "${name}".`);
  const document = structuredClone(readSpec(vendor));
  apply(document as unknown as MutableDocument);
  const bench = await openBench(vendor, document);
  try {
    await expect(bench.run(check)).rejects.toThrow();
  } finally {
    await bench.close();
  }
});

interface MutableDocument {
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
