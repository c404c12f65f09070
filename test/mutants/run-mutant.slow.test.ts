import type { Document } from '@plumbline/spec-tools/document/document';
import { describe, expect, it } from 'vitest';
import type { Check } from '../contract/check.ts';
import { failuresOf } from './failures.ts';
import type { Mutant } from './mutant.ts';
import { partOf } from './part.ts';
import { runJobs } from './pool.ts';
import { checkPath, runMutant } from './run-mutant.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Job } from './worker.ts';

const magnify = subjectOf('magnify');
const mutant = (id: string) => magnify.mutants.get(id) as Mutant;
const dropped = mutant('drop-response /paths/~1motions/get/responses/429');
const check = (name: string, operation: string, run: Check['run']): Check => ({ name, operation, run });
const batch = (path: string, ...checks: Check[]) => ({ evidence: 'calls' as const, path, checks });
const holds = check('motions/list holds', 'motions/list', async () => {});

describe('a mutant', () => {
  it('a mutant is killed by the first check that fails', async () => {
    const asks = check('motions/list has 429', 'motions/list', async ({ url, fetch }) => {
      const headers = { authorization: 'Bearer token', prefer: 'code=429' };
      const { status } = await fetch(`${url}/motions`, { headers });
      if (status !== 429) throw new Error(`it\n  is ${status}`);
    });
    const subject: Subject = { ...magnify, batches: [batch('/motions', holds, asks)] };
    expect(await checkPath(subject, '/motions')).toEqual([]);
    expect(await runMutant(subject, dropped)).toEqual({
      id: dropped.id,
      failure: { check: 'motions/list has 429', reason: 'it is 404', outcome: 'killed' },
      evidence: 'calls',
    });
  });

  it('a mutant that fixtures and calls kill counts as killed by fixtures', async () => {
    const fails = check('motions/list fails', 'motions/list', async () => Promise.reject(new Error('no')));
    const fixtures = { evidence: 'fixtures' as const, path: '/motions', checks: [fails] };
    expect(magnify.batches.map(({ evidence }) => evidence).filter((one, at, all) => one !== all[at - 1])).toEqual([
      'fixtures',
      'calls',
      'schemas',
    ]);
    const subject: Subject = { ...magnify, batches: [fixtures, batch('/motions', fails)] };
    expect((await runMutant(subject, dropped)).evidence).toBe('fixtures');
  });

  it('a mutant survives where every check of its operations passes', async () => {
    const fails = check('motions/get fails', 'motions/get', async () => Promise.reject(new Error('no')));
    const batches = [batch('/motions', holds), batch('/motions/{motionId}', fails)];
    expect(await runMutant({ ...magnify, batches }, dropped)).toEqual({ id: dropped.id });
  });

  it('a mutant that changes only a text for people survives', async () => {
    const subject = subjectOf('mx-audience');
    const [any] = [...subject.mutants.values()];
    const of = (document: Document) => ({ ...document, info: { ...document.info, title: 'Another title' } });
    const operations = ['auth/createToken', 'audiences/listMembers'];
    for (const routes of [true, false]) {
      expect(await runMutant(subject, { ...(any as Mutant), of, operations, routes })).toEqual({ id: any?.id });
    }
  });

  it('a mutant whose mock does not start is unservable', async () => {
    const broken = { ...dropped, of: () => ({ paths: 1 }) as unknown as Document };
    const subject: Subject = { ...magnify, batches: [batch('/motions', holds)] };
    expect((await runMutant(subject, broken)).failure?.outcome).toBe('unservable');
  });

  it('a check that does not end is endless', async () => {
    const hangs = check('motions/list hangs', 'motions/list', () => new Promise(() => {}));
    for await (const failure of failuresOf('magnify', magnify.document, [hangs], 5)) {
      expect(failure).toEqual({
        check: 'motions/list hangs',
        reason: 'does not end within 0.005 s',
        outcome: 'endless',
      });
    }
    expect.assertions(1);
  });
});

describe('a part of a document', () => {
  const part = partOf(magnify.document, '/motions/{motionId}');

  it('a part has its path, the operations that need no credentials, and the components that they refer to', () => {
    expect(Object.keys(part.paths)).toEqual(['/oauth2/token', '/motions/{motionId}']);
    const { components } = part as unknown as { components: Record<string, object> };
    expect(Object.keys(components.schemas ?? {}).sort()).toEqual(
      ['Error', 'MotionData', 'MotionState', 'OAuthError', 'TokenRequest', 'TokenResponse'].sort(),
    );
    expect(Object.keys(components.securitySchemes ?? {})).toEqual(['oauth2']);
  });

  it('a part contains nothing that the document does not have', () => {
    expect(magnify.document).toMatchObject(part as object);
  });
});

describe('processes', () => {
  it('the pool returns results in the order of its jobs', async () => {
    const vendor = 'magnify';
    const seen: Job[] = [];
    const jobs = [
      { vendor, path: '/oauth2/token' },
      { vendor, mutant: dropped.id },
    ];
    const results = await runJobs(jobs, (_, job) => seen.push(job));
    expect(results).toMatchObject([{ failures: [] }, { verdict: { id: dropped.id, failure: { outcome: 'killed' } } }]);
    expect(seen).toHaveLength(2);
  });

  it('the pool names the job that fails', async () => {
    const jobs = [{ vendor: 'magnify', mutant: 'drop-response /nowhere' }];
    await expect(runJobs(jobs, () => {})).rejects.toThrow('magnify has no mutant drop-response /nowhere.');
  });
});
