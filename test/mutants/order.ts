import type { Check } from '../contract/check.ts';
import type { Mutant } from './mutant.ts';

/**
 * Sorts checks by how likely they kill a mutant, so that few run before the mutant is killed. A check is likely where its name has words
 * of the mutant's id. A word counts the more, the fewer names have it.
 */
export function inOrder(mutant: Mutant, checks: readonly Check[]): Check[] {
  // The names of checks of requests have no status. They say whether the request is accepted.
  const messages = mutant.messages.flatMap((message) => (message === 'request' ? ['accepts', 'refuses'] : [message]));
  const words = [...new Set([...wordsOf(mutant.id.slice(mutant.operator.length)), ...messages])];
  const weights = words.map((word) => {
    const count = checks.filter((check) => wordsIn(check).has(word)).length;
    return count === 0 ? 0 : Math.log(checks.length / count);
  });
  const likelihood = (check: Check) =>
    words.reduce((sum, word, index) => sum + (wordsIn(check).has(word) ? (weights[index] ?? 0) : 0), 0);
  return checks
    .map((check) => ({ check, likelihood: likelihood(check) }))
    .sort((left, right) => right.likelihood - left.likelihood)
    .map(({ check }) => check);
}

const wordsOfChecks = new WeakMap<Check, Set<string>>();

function wordsIn(check: Check): Set<string> {
  const words = wordsOfChecks.get(check) ?? new Set(wordsOf(check.name));
  wordsOfChecks.set(check, words);
  return words;
}

function wordsOf(text: string): string[] {
  return text
    .replace(/~1/g, '/')
    .split(/[^\w-]+/)
    .filter((word) => word !== '');
}
