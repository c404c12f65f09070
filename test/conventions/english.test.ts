/** Prose, comments and messages avoid words that are hard to read. */
import { describe, expect, it } from 'vitest';
import { avoidedWords } from './avoided-words.ts';
import { files, linesOf, readText } from './repository-files.ts';

/** A space in a sentence: a comment may break its line there. */
const space = /\s+(?:(?:\*|\/\/)\s+)?/.source;
const patterns = avoidedWords.map(([{ source }, instead]) => ({
  pattern: new RegExp(source.replaceAll(' ', space), 'gi'),
  instead,
}));

/** Finds the avoided words of a text. */
function avoidedIn(path: string, text: string): string[] {
  return patterns.flatMap(({ pattern, instead }) =>
    linesOf(path, text, pattern).map((found) => `${found} (write: ${instead})`),
  );
}

const prose = files
  .filter((path) => /\.(ts|md|mdx|astro)$/.test(path))
  // The list and its examples.
  .filter((path) => !/^test\/conventions\/(avoided-words|english\.test)\.ts$/.test(path));

describe('the list of avoided words', () => {
  it.each([
    'Nobody knows.',
    'It heeds the header.',
    'It is told of each event.',
    'It is no browser.',
    'a wait of\n * ours',
    'It does nothing at\n// all.',
    'It stands for a status.',
    'Data was to be had.',
    'It is sent as it is.',
  ])('the list finds a word in %j', (text) => {
    expect(avoidedIn('file.ts', text)).toHaveLength(1);
  });

  it.each([
    'It is no longer valid.',
    'There is no vendor acme.',
    'We recommend it.',
    'Look at all constraints.',
    'A stand-in for it.',
    'The request as it is sent.',
  ])('the list finds no word in %j', (text) => {
    expect(avoidedIn('file.ts', text)).toEqual([]);
  });
});

it('the prose of the repository uses no avoided word', () => {
  expect(prose.flatMap((path) => avoidedIn(path, readText(path)))).toEqual([]);
});
