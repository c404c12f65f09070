import type { Document } from '@plumbline/spec-tools/document/document';
import { keysOf } from '@plumbline/spec-tools/document/pointer';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { expect, it } from 'vitest';
import { compare } from './comparison.ts';
import { bumpOf } from './difference.ts';
import type { PatchOperation } from './patch-operation.ts';
import { driftOf, reportOf, type Script } from './scripted-vendor.ts';

interface Planted {
  readonly drift: string;
  readonly script: Script;
  /** Kind, operation, place with pointer, bump. */
  readonly found: readonly (readonly [kind: string, operation: string, where: string, bump: string])[];
  /** Whether no patch can be told. */
  readonly unpatched?: true;
}

const planted: readonly Planted[] = [
  {
    drift: 'a required field with another name',
    script: {
      'motions/get': (motion) => {
        motion.title = motion.name;
        delete motion.name;
      },
    },
    found: [['renamed field', 'motions/get', 'response 200 body', 'major']],
  },
  {
    drift: 'a field that is missing from one item of a list',
    script: {
      'motions/list': ({ data }) => {
        delete data[1].createdBy;
      },
    },
    found: [['missing field', 'motions/list', 'response 200 body /data/*', 'major']],
  },
  {
    drift: 'a new field that is always there',
    script: {
      'motions/list': ({ data }) => {
        for (const motion of data) motion.archivedAt = null;
        data[1].archivedAt = 1704067200000;
      },
    },
    found: [['new field', 'motions/list', 'response 200 body /data/*', 'minor']],
  },
  {
    drift: 'a new field with fields in it',
    script: {
      'motions/get': (motion) => {
        motion.schedule = { timeZone: 'Europe/Vienna', runs: [{ startsAt: 1 }, { endsAt: 2 }], note: null };
      },
    },
    found: [['new field', 'motions/get', 'response 200 body', 'minor']],
  },
  {
    drift: 'a new value of an open enum',
    script: {
      'motions/list': ({ data }) => {
        data[0].state = 'PAUSED';
      },
    },
    found: [['new enum value', 'motions/list', 'response 200 body /data/*/state', 'minor']],
  },
  {
    drift: 'a type that changed for all',
    script: {
      'motions/list': ({ data }) => {
        for (const motion of data) motion.version = `v${motion.version}`;
      },
      'motions/get': (motion) => {
        motion.version = 'v3';
      },
    },
    found: [
      ['changed type', 'motions/list', 'response 200 body /data/*/version', 'major'],
      ['changed type', 'motions/get', 'response 200 body /version', 'major'],
    ],
  },
  {
    drift: 'a type that changed for some',
    script: {
      'motions/list': ({ data }) => {
        data[0].version = 'v3';
      },
    },
    found: [['changed type', 'motions/list', 'response 200 body /data/*/version', 'major']],
  },
  {
    drift: 'a null where there was a value',
    script: {
      'motions/get': (motion) => {
        motion.createdBy = null;
      },
    },
    found: [['changed type', 'motions/get', 'response 200 body /createdBy', 'major']],
  },
  {
    drift: 'a type other than that of an open enum',
    script: {
      'motions/get': (motion) => {
        motion.state = 4;
      },
    },
    found: [['changed type', 'motions/get', 'response 200 body /state', 'major']],
  },
  {
    drift: 'a success with an undocumented status',
    script: { 'motions/get': () => ({ status: 203 }) },
    found: [['undocumented status', 'motions/get', 'response 203', 'major']],
  },
  {
    drift: 'an error with an undocumented status',
    script: { 'motions/get': () => ({ status: 409, body: { reason: 'busy' } }) },
    found: [['undocumented status', 'motions/get', 'response 409', 'minor']],
  },
  {
    drift: 'an operation that is gone',
    script: { 'motions/get': () => ({ status: 410, body: undefined, headers: {} }) },
    found: [['undocumented status', 'motions/get', 'response 410', 'major']],
  },
  {
    drift: 'an undeclared media type',
    script: { 'motions/get': () => ({ headers: { 'content-type': 'application/xml' }, body: '<motion/>' }) },
    found: [['undeclared media type', 'motions/get', 'response 200 body', 'major']],
  },
  {
    drift: 'an undeclared media type that can be read all the same',
    script: { 'motions/get': () => ({ headers: { 'content-type': 'application/hal+json; charset=utf-8' } }) },
    found: [['undeclared media type', 'motions/get', 'response 200 body', 'minor']],
  },
  {
    drift: 'an empty body',
    script: { 'motions/get': () => ({ body: undefined }) },
    found: [['empty body', 'motions/get', 'response 200 body', 'major']],
    unpatched: true,
  },
  {
    drift: 'a body that is cut off',
    script: { 'motions/get': (motion) => ({ body: JSON.stringify(motion).slice(0, 40) }) },
    found: [['unreadable body', 'motions/get', 'response 200 body', 'major']],
    unpatched: true,
  },
  {
    drift: 'a parameter that is newly required',
    script: {
      'motions/list': () => ({
        status: 400,
        body: { type: '/errors/motions', message: 'Bad Request', detail: '', status: 400, instance: '/motions' },
      }),
    },
    found: [['refused request', 'motions/list', 'request', 'major']],
    unpatched: true,
  },
  {
    drift: 'a token answer without its token',
    script: {
      'auth/createToken': (token) => {
        delete token.access_token;
      },
    },
    found: [['missing field', 'auth/createToken', 'response 200 body', 'major']],
  },
];

it.each(planted)('finds $drift, and the patch accepts it', async ({ script, found, unpatched }) => {
  const outcome = await driftOf(script, ['--json']);
  const report = reportOf(outcome);
  const seen = report.differences.map(({ kind, operation, place, pointer, bump }) => [
    kind,
    operation,
    `${place} ${pointer}`.trim(),
    bump,
  ]);
  expect(seen).toEqual(found);
  const worst = found.some(([, , , bump]) => bump === 'major') ? 'major' : 'minor';
  expect([report.bump, outcome.code]).toEqual([worst, worst === 'major' ? 1 : 0]);

  expect(report.patch.length === 0).toBe(unpatched ?? false);
  if (unpatched) return;
  for (const { source } of report.patch) expect(source?.file).toMatch(/^specs\/magnify\/.+\.yaml$/);
  const patched = compare(apply(readSpec('magnify'), report.patch), outcome.exchanges, outcome.url);
  expect(patched.differences.filter((difference) => bumpOf(difference) !== 'none')).toEqual([]);
});

it('says that a vendor that answers as its spec says has no difference, and exits 0', async () => {
  const outcome = await driftOf({}, ['--json']);
  expect(outcome.warned).toBe('');
  expect(outcome.code).toBe(0);
  expect(reportOf(outcome)).toMatchObject({ bump: 'none', differences: [], patch: [], notJudged: [], answers: 4 });
});

it('calls no operation that writes, and asks for a token once', async () => {
  const { exchanges } = await driftOf({});
  expect(exchanges.map(({ request }) => request.method)).toEqual(['POST', 'GET', 'GET', 'GET']);
});

/** Applies a JSON Patch (RFC 6902), as far as patches here go. */
function apply(document: Document, patch: readonly PatchOperation[]): Document {
  const copy = structuredClone(document);
  for (const { op, path, value } of patch) {
    const keys = keysOf(path);
    const last = keys.pop() ?? '';
    const node = keys.reduce<unknown>((at, key) => Object(at)[key], copy) as Record<string, unknown>;
    expect(node, path).toBeTypeOf('object');
    expect(op === 'add' || last in node, `${op} ${path}`).toBe(true);
    if (op === 'remove') delete node[last];
    else if (Array.isArray(node)) node.push(value);
    else node[last] = value;
  }
  return copy;
}
