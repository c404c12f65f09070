import { vendors } from '@plumbline/repository/repository';
import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutant.ts';
import { tableOf } from './mutant-table.ts';
import { readOptions } from './read-mutate-options.ts';
import { faultsOf, percent, readReasons, scoreOf } from './score.ts';
import { smallDocument } from './small-document.ts';

const mutants = mutantsOf(smallDocument).slice(0, 40);
const killed = { check: 'users/list holds', reason: 'it does not', outcome: 'killed' as const };
/** Verdicts by which the first few mutants survive. */
const verdicts = (survivors: number) =>
  mutants.map(({ id }, index) => (index < survivors ? { id } : { id, failure: killed }));
const [first, second] = mutants.map(({ id }) => id);

describe('a score', () => {
  it('a score names each survivor with its reason', () => {
    const score = scoreOf(mutants, verdicts(2), { [String(first)]: 'It means the same.' });
    expect(score).toEqual({
      mutants: 40,
      killed: 38,
      survivors: [
        { id: first, description: mutants[0]?.description, reason: 'It means the same.' },
        { id: second, description: mutants[1]?.description, reason: null },
      ],
    });
    expect(percent(score)).toBe('95.0 %');
    expect(percent({ mutants: 3000, killed: 2999, survivors: [] })).toBe('99.9 %');
  });

  it('a score has no fault where enough mutants are killed and each survivor has a reason', () => {
    const reasons = { [String(first)]: 'It means the same.' };
    expect(faultsOf('vendor', scoreOf(mutants, verdicts(1), reasons), reasons)).toEqual([]);
  });

  it('a score has a fault for each survivor without a reason', () => {
    expect(faultsOf('vendor', scoreOf(mutants, verdicts(1)))).toEqual([
      `vendor: ${first} survives. Add a check that kills it, or its reason to test/mutants/reasons.json.`,
    ]);
  });

  it('a score has a fault where too few mutants are killed, even if each survivor has a reason', () => {
    const reasons = Object.fromEntries(mutants.slice(0, 3).map(({ id }) => [id, 'It means the same.']));
    const score = scoreOf(mutants, verdicts(3), reasons);
    expect(faultsOf('vendor', score, reasons)).toEqual(['vendor: 92.5 % of the mutants are killed, and 95 % must be.']);
    expect(faultsOf('vendor', score, reasons, false)).toEqual([]);
  });

  it('a score of all mutants has a fault for each reason without a survivor', () => {
    const reasons = { 'drop-response /gone': 'It means the same.' };
    const score = scoreOf(mutants, verdicts(0), reasons);
    expect(faultsOf('vendor', score, reasons)).toEqual([
      'vendor: drop-response /gone does not survive. Remove its reason from test/mutants/reasons.json.',
    ]);
    expect(faultsOf('vendor', score, reasons, false)).toEqual([]);
  });

  it('the table shows the survivors, and mutants whose mock did not start', () => {
    const unservable = { id: String(second), failure: { ...killed, outcome: 'unservable' as const } };
    const run = verdicts(1).map((verdict) => (verdict.id === second ? unservable : verdict));
    const table = tableOf('vendor', mutants, run, scoreOf(mutants, run));
    expect(table).toContain(`survivor ${first}`);
    expect(table).toContain('1 of them because the mock did not start');
    expect(table).toMatch(/killed +39 of +40 {2}97\.5 %/);
  });
});

it('reasons.json has sentences, for existing vendors only', () => {
  for (const reasons of Object.values(readReasons())) {
    for (const reason of Object.values(reasons)) expect(reason).toMatch(/^[A-Z].+\.$/);
  }
  expect(readOptions([]).vendors).toEqual(expect.arrayContaining(Object.keys(readReasons())));
});

describe('the command line', () => {
  it('npm run mutate takes vendors, operators and mutants', () => {
    expect(readOptions(['magnify', '--json', '--operator', 'drop-format', '--mutant', 'a b'])).toEqual({
      vendors: ['magnify'],
      operators: ['drop-format'],
      mutants: ['a b'],
      json: true,
    });
  });

  it.each([
    [['unknown'], `There is no vendor unknown. There are ${vendors[0]}`],
    [['--operator', 'break'], 'There is no operator break. There are drop-required'],
    [['--fast'], "Unknown option '--fast'"],
  ])('npm run mutate refuses %j and names what exists', (parameters, message) => {
    expect(() => readOptions(parameters)).toThrow(message);
  });
});
