import type { Check } from '../contract/check.ts';
import type { Mutant } from './mutant.ts';

/**
 * Checks in the order in which they are likely to notice a mutant: first those whose names have the words of its id, where
 * a word counts the more, the fewer names have it. A killed mutant costs what it takes to come to its check.
 */
export function inOrder(mutant: Mutant, checks: readonly Check[]): Check[] {
  // Checks of requests say no status: they say what becomes of the request.
  const messages = mutant.messages.flatMap((message) => (message === 'request' ? ['accepts', 'refuses'] : [message]));
  const words = [...new Set([...wordsOf(mutant.id.slice(mutant.operator.length)), ...messages])];
  const weights = words.map((word) => {
    const count = checks.filter((check) => saidIn(check).has(word)).length;
    return count === 0 ? 0 : Math.log(checks.length / count);
  });
  const likelihood = (check: Check) =>
    words.reduce((sum, word, index) => sum + (saidIn(check).has(word) ? (weights[index] ?? 0) : 0), 0);
  return checks
    .map((check) => ({ check, likelihood: likelihood(check) }))
    .sort((left, right) => right.likelihood - left.likelihood)
    .map(({ check }) => check);
}

const said = new WeakMap<Check, Set<string>>();

function saidIn(check: Check): Set<string> {
  const words = said.get(check) ?? new Set(wordsOf(check.name));
  said.set(check, words);
  return words;
}

function wordsOf(text: string): string[] {
  return text
    .replace(/~1/g, '/')
    .split(/[^\w-]+/)
    .filter((word) => word !== '');
}
