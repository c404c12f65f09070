import type { Change, Impact } from './change.ts';

/** How far a version has moved, compared with what the changes demand. */
export type Move = 'backwards' | 'too little' | 'enough' | 'more';

/** The highest impact among the changes, if there are any. */
export function highestImpact(changes: readonly Change[]): Impact | undefined {
  return (['major', 'minor', 'patch'] as const).find((impact) => changes.some((change) => change.impact === impact));
}

/**
 * The lowest version that may follow a released one, as `redocly diff --check-version` computes it.
 *
 * Below 1.0.0 SemVer promises nothing (§4), but npm does: `^0.1.0` accepts 0.1.1 and not 0.2.0. So a break moves the minor there. An
 * addition moves the minor too, as from 1.0.0 on (§7).
 */
export function demandedVersion(released: string, impact: Impact | undefined): string {
  const [major, minor, patch] = numbersOf(released);
  if (impact === undefined) return released;
  if (impact === 'patch') return `${major}.${minor}.${patch + 1}`;
  return impact === 'major' && major > 0 ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

/**
 * Compares the move of a version with its changes. `more` than they demand is allowed: the versions of a spec and its client move together,
 * and the client may demand more.
 */
export function moveOf(released: string, version: string, impact: Impact | undefined): Move {
  if (compare(version, released) < 0) return 'backwards';
  const difference = compare(version, demandedVersion(released, impact));
  if (difference < 0) return 'too little';
  return difference === 0 ? 'enough' : 'more';
}

function compare(one: string, other: string): number {
  const others = numbersOf(other);
  return (
    numbersOf(one)
      .map((number, index) => number - (others[index] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}

function numbersOf(version: string): [number, number, number] {
  const [, major, minor, patch] = version.match(/^(\d+)\.(\d+)\.(\d+)$/) ?? [];
  if (patch === undefined) throw new Error(`info.version is "${version}". Write three numbers, as 0.1.0.`);
  return [Number(major), Number(minor), Number(patch)];
}
