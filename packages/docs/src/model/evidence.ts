import type { Evidence, Level } from '@plumbline/spec-tools/document/document';
import type { Described } from './spec-node.ts';

/** The levels, the surest first. */
export const levels: readonly Level[] = ['documented', 'inferred', 'unknown'];

/** What each level means to a reader. */
export const meanings: Readonly<Record<Level, string>> = {
  documented: 'The vendor says so.',
  inferred: 'We conclude it from what the vendor says.',
  unknown: 'Nobody says. It is left open.',
};

/** How many statements there are of each level. */
export type Tally = Readonly<Record<Level, number>>;

export function tallyOf(found: readonly Level[]): Tally {
  const count = (level: Level) => found.filter((other) => other === level).length;
  return { documented: count('documented'), inferred: count('inferred'), unknown: count('unknown') };
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (level: Level) => tallies.reduce((total, tally) => total + tally[level], 0);
  return { documented: sum('documented'), inferred: sum('inferred'), unknown: sum('unknown') };
}

/** The evidence of what must carry its own. */
export function ownEvidence(node: Described, place: string): Evidence {
  const evidence = node['x-evidence'];
  if (!evidence) throw new Error(`${place} has no x-evidence. Say how sure you are, and run \`npm run build\` again.`);
  if (!levels.includes(evidence.level) || !evidence.source) {
    throw new Error(`${place}: x-evidence needs a level (${levels.join(', ')}) and a source.`);
  }
  return evidence;
}

/** Whether a reader has to be told that something is known in another way than what it stands in. */
export function differs(evidence: Evidence, around: Evidence): boolean {
  if (evidence === around) return false;
  return evidence.level !== around.level || (evidence.note !== undefined && evidence.note !== around.note);
}

/** A source in parts: words, and the pages that they name. */
export function partsOf(source: string): readonly { readonly text: string; readonly url?: string }[] {
  const parts: { text: string; url?: string }[] = [];
  // `Title (https://…) §Heading` names the page by its title, `https://… §Heading` by its address.
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
