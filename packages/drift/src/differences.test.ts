import { expect, it } from 'vitest';
import { type Changes, reportOf, runOnMock } from './mock-magnify.ts';

interface Planted {
  readonly drift: string;
  readonly changes: Changes;
  /** Kind, operation, place with pointer. */
  readonly found: readonly (readonly [kind: string, operation: string, where: string])[];
  readonly breaking: boolean;
}

const planted: readonly Planted[] = [
  {
    drift: 'a renamed required field',
    changes: {
      'motions/get': (motion) => {
        motion.title = motion.name;
        delete motion.name;
      },
    },
    found: [
      ['missing field', 'motions/get', 'response 200 body'],
      ['new field', 'motions/get', 'response 200 body'],
    ],
    breaking: true,
  },
  {
    drift: 'a required field that one item of a list lacks',
    changes: { 'motions/list': ({ data }) => void delete data[1].createdBy },
    found: [['missing field', 'motions/list', 'response 200 body /data/*']],
    breaking: true,
  },
  {
    drift: 'a new field',
    changes: {
      'motions/list': ({ data }) => {
        for (const motion of data) motion.archivedAt = 1704067200000;
      },
    },
    found: [['new field', 'motions/list', 'response 200 body /data/*']],
    breaking: false,
  },
  {
    drift: 'a new value of an open enum',
    changes: { 'motions/list': ({ data }) => void Object.assign(data[0], { state: 'PAUSED' }) },
    found: [['new enum value', 'motions/list', 'response 200 body /data/*/state']],
    breaking: false,
  },
  {
    drift: 'a type that changed in two operations',
    changes: {
      'motions/list': ({ data }) => void Object.assign(data[0], { version: 'v1' }),
      'motions/get': (motion) => void Object.assign(motion, { version: 'v1' }),
    },
    found: [
      ['changed type', 'motions/list', 'response 200 body /data/*/version'],
      ['changed type', 'motions/get', 'response 200 body /version'],
    ],
    breaking: true,
  },
  {
    drift: 'null in place of a value',
    changes: { 'motions/get': (motion) => void Object.assign(motion, { createdBy: null }) },
    found: [['changed type', 'motions/get', 'response 200 body /createdBy']],
    breaking: true,
  },
  {
    drift: 'a number in place of an open enum',
    changes: { 'motions/get': (motion) => void Object.assign(motion, { state: 4 }) },
    found: [['changed type', 'motions/get', 'response 200 body /state']],
    breaking: true,
  },
  {
    drift: 'an undeclared success',
    changes: { 'motions/get': () => ({ status: 203 }) },
    found: [['undeclared status', 'motions/get', 'response 203']],
    breaking: true,
  },
  {
    drift: 'an undeclared error',
    changes: { 'motions/get': () => ({ status: 409, body: { reason: 'busy' } }) },
    found: [['undeclared status', 'motions/get', 'response 409']],
    breaking: false,
  },
  {
    drift: 'an operation that is gone',
    changes: { 'motions/get': () => ({ status: 410, body: undefined, headers: {} }) },
    found: [['undeclared status', 'motions/get', 'response 410']],
    breaking: true,
  },
  {
    drift: 'an undeclared media type',
    changes: { 'motions/get': () => ({ headers: { 'content-type': 'application/xml' }, body: '<motion/>' }) },
    found: [['undeclared media type', 'motions/get', 'response 200']],
    breaking: true,
  },
  {
    drift: 'JSON under another media type',
    changes: { 'motions/get': () => ({ headers: { 'content-type': 'application/hal+json; charset=utf-8' } }) },
    found: [['undeclared media type', 'motions/get', 'response 200']],
    breaking: false,
  },
  {
    drift: 'an empty body',
    changes: { 'motions/get': () => ({ body: '' }) },
    found: [['empty body', 'motions/get', 'response 200']],
    breaking: true,
  },
  {
    drift: 'a truncated body',
    changes: { 'motions/get': (motion) => ({ body: JSON.stringify(motion).slice(0, 40) }) },
    found: [['unreadable body', 'motions/get', 'response 200']],
    breaking: true,
  },
  {
    drift: 'a newly required parameter',
    changes: {
      'motions/list': () => ({
        status: 400,
        body: { type: '/errors/motions', message: 'Bad Request', detail: '', status: 400, instance: '/motions' },
      }),
    },
    found: [['refused request', 'motions/list', 'request']],
    breaking: true,
  },
  {
    drift: 'a token response without its token',
    changes: { 'auth/createToken': (token) => void delete token.access_token },
    found: [['missing field', 'auth/createToken', 'response 200 body']],
    breaking: true,
  },
];

it.each(planted)('drift finds $drift, the line of the spec and the change', async ({ changes, found, breaking }) => {
  const result = await runOnMock(changes, { json: true });
  const { differences, ...report } = reportOf(result);
  expect(
    differences.map(({ kind, operation, place, pointer }) => [kind, operation, `${place} ${pointer}`.trim()]),
  ).toEqual(found);
  expect([report.breaking > 0, result.code]).toEqual([breaking, breaking ? 1 : 0]);
  for (const { source, change, message } of differences) {
    expect(source).toMatchObject({
      file: expect.stringMatching(/^specs\/magnify\/.+\.yaml$/),
      line: expect.any(Number),
    });
    expect(`${message} ${change}`).toMatch(/^\S.+\.$/);
  }
});

it('drift reports no difference and exits 0 when the vendor follows its spec', async () => {
  const result = await runOnMock({}, { json: true });
  expect(result).toMatchObject({ problem: '', code: 0 });
  expect(reportOf(result)).toMatchObject({ breaking: 0, differences: [], notes: [], responses: 4 });
});

it('drift calls no operation that writes, and requests one token', async () => {
  const { requests } = await runOnMock({});
  expect(requests.map((request) => request.split(' ')[0])).toEqual(['POST', 'GET', 'GET', 'GET']);
});
