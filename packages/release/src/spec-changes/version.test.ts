import { expect, it } from 'vitest';
import { demandedVersion, moveOf } from './version.ts';

it.each([
  ['0.1.0', 'major', '0.2.0'],
  ['0.1.0', 'minor', '0.2.0'],
  ['0.1.3', 'patch', '0.1.4'],
  ['1.4.2', 'major', '2.0.0'],
  ['1.4.2', 'minor', '1.5.0'],
  ['1.4.2', 'patch', '1.4.3'],
  ['1.4.2', undefined, '1.4.2'],
] as const)('version %s with a %s change must become %s', (released, impact, demanded) => {
  expect(demandedVersion(released, impact)).toBe(demanded);
});

it.each([
  ['0.1.0', '0.1.0', 'major', 'too little'],
  ['0.1.0', '0.1.9', 'major', 'too little'],
  ['0.1.0', '0.2.0', 'major', 'enough'],
  ['0.9.0', '0.10.0', 'major', 'enough'],
  ['0.1.0', '0.2.0', 'patch', 'more'],
  ['0.1.0', '1.0.0', 'major', 'more'],
  ['0.1.0', '0.1.0', undefined, 'enough'],
  ['0.1.0', '0.1.1', undefined, 'more'],
  ['0.2.0', '0.1.9', 'patch', 'backwards'],
  ['0.2.0', '0.1.0', undefined, 'backwards'],
  ['0.10.0', '0.9.0', 'major', 'backwards'],
] as const)('a move from %s to %s with a %s change is %s', (released, version, impact, move) => {
  expect(moveOf(released, version, impact)).toBe(move);
});

it('a version that is not three numbers is refused', () => {
  expect(() => moveOf('0.1.0', '0.2.0-rc.1', 'major')).toThrow(
    'info.version is "0.2.0-rc.1". Write three numbers, as 0.1.0.',
  );
});
