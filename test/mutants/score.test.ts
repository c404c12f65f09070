import { vendors } from '@plumbline/repository/repository';
import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutant.ts';
import { readOptions } from './options.ts';
import { faultsOf, percent, readReasons, scoreOf } from './score.ts';
import { smallDocument } from './small-document.ts';
import { tableOf } from './table.ts';

const mutants = mutantsOf(smallDocument).slice(0, 40);
const killed = { check: 'users/list holds', reason: 'it does not', outcome: 'killed' as const };
/** Verdicts of which the first few say that the mutant survives. */
const verdicts = (survivors: number) =>
  mutants.map(({ id }, index) => (index < survivors ? { id } : { id, failure: killed }));
const [first, second] = mutants.map(({ id }) => id);

describe('a score', () => {
  it('names each survivor, with its reason where there is one', () => {
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

  it('is without fault where enough are killed and each survivor has a reason', () => {
    const reasons = { [String(first)]: 'It means the same.' };
    expect(faultsOf('vendor', scoreOf(mutants, verdicts(1), reasons), reasons)).toEqual([]);
  });

  it('has a fault for each survivor without a reason', () => {
    expect(faultsOf('vendor', scoreOf(mutants, verdicts(1)))).toEqual([
      `vendor: ${first} survives. Add a check that notices it, or its reason to reasons.json.`,
    ]);
  });

  it('has a fault where too few are killed, whatever the reasons', () => {
    const reasons = Object.fromEntries(mutants.slice(0, 3).map(({ id }) => [id, 'It means the same.']));
    const score = scoreOf(mutants, verdicts(3), reasons);
    expect(faultsOf('vendor', score, reasons)).toEqual(['vendor: 92.5 % of the mutants are killed, and 95 % must be.']);
    expect(faultsOf('vendor', score, reasons, false)).toEqual([]);
  });

  it('has a fault for each reason without a survivor, when all were judged', () => {
    const reasons = { 'drop-response /gone': 'It means the same.' };
    const score = scoreOf(mutants, verdicts(0), reasons);
    expect(faultsOf('vendor', score, reasons)).toEqual([
      'vendor: drop-response /gone does not survive. Remove its reason from reasons.json.',
    ]);
    expect(faultsOf('vendor', score, reasons, false)).toEqual([]);
  });

  it('is shown with the survivors, and with what was noticed otherwise than by a check', () => {
    const unservable = { id: String(second), failure: { ...killed, outcome: 'unservable' as const } };
    const judged = verdicts(1).map((verdict) => (verdict.id === second ? unservable : verdict));
    const table = tableOf('vendor', mutants, judged, scoreOf(mutants, judged));
    expect(table).toContain(`survivor ${first}`);
    expect(table).toContain('1 of them since the mock could not be started');
    expect(table).toMatch(/killed +39 of +40 {2}97\.5 %/);
  });
});

it('gives reasons that are sentences, for vendors that there are', () => {
  for (const reasons of Object.values(readReasons())) {
    for (const reason of Object.values(reasons)) expect(reason).toMatch(/^[A-Z].+\.$/);
  }
  expect(readOptions([]).vendors).toEqual(expect.arrayContaining(Object.keys(readReasons())));
});

describe('the command line', () => {
  it('names vendors, operators and mutants', () => {
    expect(readOptions(['magnify', '--json', '--operator', 'drop-format', '--mutant', 'a b'])).toEqual({
      vendors: ['magnify'],
      operators: ['drop-format'],
      mutants: ['a b'],
      json: true,
    });
  });

  it.each([
    [['nobody'], `There is no vendor nobody. There are ${vendors[0]}`],
    [['--operator', 'break'], 'There is no operator break. There are drop-required'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j and says what there is', (parameters, message) => {
    expect(() => readOptions(parameters)).toThrow(message);
  });
});
