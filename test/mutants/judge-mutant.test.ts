import type { Document } from '@plumbline/spec-tools/document/document';
import { describe, expect, it } from 'vitest';
import type { Check } from '../contract/check.ts';
import { failuresOf } from './failures.ts';
import { judgeMutant, judgePath } from './judge-mutant.ts';
import type { Mutant } from './mutant.ts';
import { partOf } from './part.ts';
import { runJobs } from './pool.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Job } from './worker.ts';

const magnify = subjectOf('magnify');
const mutant = (id: string) => magnify.mutants.get(id) as Mutant;
const dropped = mutant('drop-response /paths/~1motions/get/responses/429');
const check = (name: string, operation: string, run: Check['run']): Check => ({ name, operation, run });
const batch = (path: string, ...checks: Check[]) => ({ ground: 'calls' as const, path, checks });
const holds = check('motions/list holds', 'motions/list', async () => {});

describe('a mutant', () => {
  it('is killed by the first check that fails', async () => {
    const asks = check('motions/list has 429', 'motions/list', async ({ url, fetch }) => {
      const headers = { authorization: 'Bearer token', prefer: 'code=429' };
      const { status } = await fetch(`${url}/motions`, { headers });
      if (status !== 429) throw new Error(`it\n  is ${status}`);
    });
    const subject: Subject = { ...magnify, batches: [batch('/motions', holds, asks)] };
    expect(await judgePath(subject, '/motions')).toEqual([]);
    expect(await judgeMutant(subject, dropped)).toEqual({
      id: dropped.id,
      failure: { check: 'motions/list has 429', reason: 'it is 404', outcome: 'killed' },
      ground: 'calls',
    });
  });

  it('is noticed by what the vendor prints where that notices it, and by nothing else', async () => {
    const fails = check('motions/list fails', 'motions/list', async () => Promise.reject(new Error('no')));
    const words = { ground: 'words' as const, path: '/motions', checks: [fails] };
    expect(magnify.batches.map(({ ground }) => ground).filter((one, at, all) => one !== all[at - 1])).toEqual([
      'words',
      'calls',
      'schemas',
    ]);
    const subject: Subject = { ...magnify, batches: [words, batch('/motions', fails)] };
    expect((await judgeMutant(subject, dropped)).ground).toBe('words');
  });

  it('survives where every check holds, and where none is about it', async () => {
    const fails = check('motions/get fails', 'motions/get', async () => Promise.reject(new Error('no')));
    const batches = [batch('/motions', holds), batch('/motions/{motionId}', fails)];
    expect(await judgeMutant({ ...magnify, batches }, dropped)).toEqual({ id: dropped.id });
  });

  it('survives where what is said for people is all that changes', async () => {
    const subject = subjectOf('mx-audience');
    const [any] = [...subject.mutants.values()];
    const of = (document: Document) => ({ ...document, info: { ...document.info, title: 'Another title' } });
    const operations = ['auth/createToken', 'audiences/listMembers'];
    for (const routes of [true, false]) {
      expect(await judgeMutant(subject, { ...(any as Mutant), of, operations, routes })).toEqual({ id: any?.id });
    }
  });

  it('is told apart when its mock cannot be started', async () => {
    const broken = { ...dropped, of: () => ({ paths: 1 }) as unknown as Document };
    const subject: Subject = { ...magnify, batches: [batch('/motions', holds)] };
    expect((await judgeMutant(subject, broken)).failure?.outcome).toBe('unservable');
  });

  it('is told apart when a check does not end', async () => {
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

  it('has its path, the operations that need no credentials, and what these refer to', () => {
    expect(Object.keys(part.paths)).toEqual(['/oauth2/token', '/motions/{motionId}']);
    const { components } = part as unknown as { components: Record<string, object> };
    expect(Object.keys(components.schemas ?? {}).sort()).toEqual(
      ['Error', 'MotionData', 'MotionState', 'OAuthError', 'TokenRequest', 'TokenResponse'].sort(),
    );
    expect(Object.keys(components.securitySchemes ?? {})).toEqual(['oauth2']);
  });

  it('says what the document says', () => {
    expect(magnify.document).toMatchObject(part as object);
  });
});

describe('processes', () => {
  it('answer for the spec as it is and for its mutants, in the order of the jobs', async () => {
    const vendor = 'magnify';
    const seen: Job[] = [];
    const jobs = [
      { vendor, path: '/oauth2/token' },
      { vendor, mutant: dropped.id },
    ];
    const answers = await runJobs(jobs, (_, job) => seen.push(job));
    expect(answers).toMatchObject([{ failures: [] }, { verdict: { id: dropped.id, failure: { outcome: 'killed' } } }]);
    expect(seen).toHaveLength(2);
  });

  it('say which job cannot be done', async () => {
    const jobs = [{ vendor: 'magnify', mutant: 'drop-response /nowhere' }];
    await expect(runJobs(jobs, () => {})).rejects.toThrow('There is no mutant drop-response /nowhere of magnify.');
  });
});
