import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { isCurrent, mergeResult, resultsText, staleSections } from './mutant-results.ts';
import { type Section, sectionsOf } from './sections.ts';

interface Changeable {
  readonly info: Record<string, unknown>;
  readonly paths: Record<string, Record<string, { parameters: object[]; description: string }>>;
  readonly components: { readonly schemas: Record<string, { properties: Record<string, object> }> };
}

const present = sectionsOf('magnify');
const order = { name: 'order', in: 'query', schema: { type: 'string', enum: ['name'] }, example: 'name' };

/** The names of the sections of Magnify that are new or have another hash after a change. */
function changedBy(change: (document: Changeable) => void): string[] {
  const document = structuredClone(readSpec('magnify'));
  change(document as unknown as Changeable);
  const before = new Map(present.map(({ name, hash }) => [name, hash]));
  return sectionsOf('magnify', document).flatMap(({ name, hash }) => (before.get(name) === hash ? [] : [name]));
}

const listOnly = ['get /motions', 'schemas/MotionsResponse'];
const elsewhere = ['post /oauth2/token', 'get /motions/{motionId}', 'schemas/MotionEmailMetricsResponse'];

describe('sections', () => {
  it('every mutant belongs to one section, and sections are named for their place', () => {
    expect(present.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['document', '/motions', 'get /motions', 'schemas/Error', 'securitySchemes/oauth2']),
    );
    expect(new Set(present.map(({ name }) => name)).size).toBe(present.length);
  });

  it('an added parameter changes the sections that its operation reaches, and paths, and no others', () => {
    const changed = changedBy(({ paths }) => paths['/motions']?.get?.parameters.push(order));
    expect(changed).toEqual(expect.arrayContaining([...listOnly, 'schemas/Error', '/motions/{motionId}']));
    for (const name of elsewhere) expect(changed).not.toContain(name);
  });

  it('a changed component changes the sections of each operation that refers to it', () => {
    const changed = changedBy(({ components }) => {
      Object.assign(components.schemas.MotionData?.properties ?? {}, { colour: { type: 'string' } });
    });
    expect(changed).toEqual(expect.arrayContaining([...listOnly, 'get /motions/{motionId}', 'schemas/MotionData']));
    expect(changed).not.toContain('schemas/MotionEmailMetricsResponse');
  });

  it('a change to the operation that gets tokens changes every section, since every call begins with it', () => {
    const changed = changedBy(({ paths }) => {
      Object.assign(paths['/oauth2/token']?.post ?? {}, { description: 'Another description.' });
    });
    expect(changed).toEqual(present.map(({ name }) => name));
  });

  it('what only the sandbox reads changes no section', () => {
    const changed = changedBy((document) => {
      Object.assign(document, { 'x-resources': { motion: { path: '/motions', keys: ['name'] } } });
      Object.assign(document.paths['/motions']?.get ?? {}, { 'x-effect': { view: 'motion' } });
    });
    expect(changed).toEqual([]);
  });

  it('another version of the spec changes no section', () => {
    expect(changedBy(({ info }) => Object.assign(info, { version: '9.9.9', description: 'Another text.' }))).toEqual(
      [],
    );
  });
});

describe('results', () => {
  const killed = (section: Section, evidence: 'fixtures' | 'calls' = 'fixtures') =>
    section.mutants.map(({ id }) => ({
      id,
      evidence,
      failure: { check: 'a', reason: 'b', outcome: 'killed' as const },
    }));
  const [first, second, ...others] = present as [Section, Section, ...Section[]];
  const survivor = second.mutants[0]?.id ?? '';
  const all = present.flatMap((section) => killed(section)).filter(({ id }) => id !== survivor);
  const before = mergeResult(present, [...all, { id: survivor }]);
  const total = present.reduce((sum, { mutants }) => sum + mutants.length, 0);

  it('a result counts the mutants of all sections', () => {
    expect(before).toMatchObject({ mutants: total, killed: total - 1, killedBy: { fixtures: total - 1, calls: 0 } });
    expect(before.survivors).toEqual([{ id: survivor, description: second.mutants[0]?.description, reason: null }]);
    expect(isCurrent(before, present)).toBe(true);
  });

  it('a section is stale where its hash differs, where it is new, and where a mutant survives without a reason', () => {
    const changed = [{ ...first, hash: 'another' }, second, ...others, { ...first, name: 'get /new' }];
    expect(staleSections(changed, before).map(({ name }) => name)).toEqual([first.name, second.name, 'get /new']);
    expect(staleSections(present, before, { [survivor]: 'It means the same.' })).toEqual([]);
    expect(staleSections(present, undefined)).toEqual(present);
    expect(isCurrent(before, changed)).toBe(false);
    expect(isCurrent(before, [first, second])).toBe(false);
  });

  it('a merged result keeps the sections that were not run, with present reasons, and drops those that are gone', () => {
    const changed = { ...first, hash: 'another' };
    const merged = mergeResult([changed, second], killed(changed, 'calls'), before, { [survivor]: 'Same.' });
    expect(Object.keys(merged.sections)).toEqual([first.name, second.name]);
    expect(merged.sections[first.name]).toMatchObject({ hash: 'another', calls: first.mutants.length, fixtures: 0 });
    expect(merged.sections[second.name]).toEqual(before.sections[second.name]);
    expect(merged.survivors.map(({ reason }) => reason)).toEqual(['Same.']);
  });

  it('a changed section that was not run cannot be merged', () => {
    const changed = { ...first, hash: 'another' };
    expect(() => mergeResult([changed], [], before)).toThrow(`The mutants of ${first.name} changed and were not run.`);
  });

  it('RESULTS.json has a line for each section, and keeps the results of other vendors', () => {
    const text = resultsText({ 'mx-audience': before, gone: before }, { magnify: before });
    expect(Object.keys(JSON.parse(text))).toEqual(['magnify', 'mx-audience']);
    expect(JSON.parse(text).magnify).toEqual(before);
    expect(text).toMatch(
      /^ {6}"document": \{ "hash": "[0-9a-f]{16}", "fixtures": \d+, "calls": 0, "schemas": 0 \},?$/m,
    );
  });
});
