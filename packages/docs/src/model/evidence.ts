import type { Evidence, Level } from '@plumbline/spec-tools/document/document';
import type { Described } from './spec-node.ts';

/** The evidence levels, the most certain first. */
export const levels: readonly Level[] = ['documented', 'inferred', 'unknown'];

/** What each level means to a reader. */
export const meanings: Readonly<Record<Level, string>> = {
  documented: 'The vendor states it.',
  inferred: 'We conclude it from what the vendor states.',
  unknown: 'The vendor does not say. The spec leaves it open.',
};

/** The number of statements at each level. */
export type Tally = Readonly<Record<Level, number>>;

export function countLevels(found: readonly Level[]): Tally {
  const count = (level: Level) => found.filter((other) => other === level).length;
  return { documented: count('documented'), inferred: count('inferred'), unknown: count('unknown') };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (level: Level) => tallies.reduce((total, tally) => total + tally[level], 0);
  return { documented: sum('documented'), inferred: sum('inferred'), unknown: sum('unknown') };
}

/**
 * Returns the evidence of a node that must have its own.
 *
 * @throws if the node has no evidence, or evidence without a known level and a source.
 */
export function requireEvidence(node: Described, location: string): Evidence {
  const evidence = node['x-evidence'];
  if (!evidence) throw new Error(`${location} has no x-evidence. Add it to the spec, and run \`npm run build\` again.`);
  if (!levels.includes(evidence.level) || !evidence.source) {
    throw new Error(`${location}: x-evidence needs a level (${levels.join(', ')}) and a source.`);
  }
  return evidence;
}

/** Whether evidence has another level than that of its parent, or a note of its own. Only then does a page show it. */
export function differsFromParent(evidence: Evidence, parent: Evidence): boolean {
  if (evidence === parent) return false;
  return evidence.level !== parent.level || (evidence.note !== undefined && evidence.note !== parent.note);
}

/** Splits a source into plain text and links. */
export function splitSource(source: string): readonly { readonly text: string; readonly url?: string }[] {
  const parts: { text: string; url?: string }[] = [];
  // The text of a link is the title in `Title (https://…) §Heading`, and the address in `https://… §Heading`.
  const named = /([^;()]+?) \((https:\/\/[^\s)]+)\)|(https:\/\/[^\s;,)]+)/g;
  let end = 0;
  for (const match of source.matchAll(named)) {
    const [whole, title, titled, bare] = match;
    const leading = /^\s*/.exec(title ?? '')?.[0] ?? '';
    parts.push({ text: source.slice(end, match.index) + leading });
    parts.push({ text: title?.trim() ?? shorten(bare ?? ''), url: titled ?? bare ?? '' });
    end = match.index + whole.length;
  }
  parts.push({ text: source.slice(end) });
  return parts.filter(({ text }) => text !== '');
}

function shorten(url: string): string {
  return url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
}
