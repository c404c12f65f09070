import { describe, expect, it } from 'vitest';
import { RowEnds } from './row-ends.ts';

/** The ends that the chunks of a text have, by their place in the whole text, and whether it ends in quotes. */
function find(...chunks: string[]) {
  const ends = new RowEnds();
  let start = 0;
  const found = chunks.map((chunk) => {
    const end = ends.findLast(chunk);
    start += chunk.length;
    return end && start - chunk.length + end;
  });
  return [Math.max(...found), ends.isQuoted];
}

describe('RowEnds', () => {
  it.each([
    ['', 0, false],
    ['a', 0, false],
    ['a\nb', 2, false],
    ['a\r\nb', 3, false],
    ['"a\nb', 0, true],
    ['"a\nb"\nc', 6, false],
    ['"a""\n', 0, true],
    ['"a"""\n', 6, false],
    ['""\n', 3, false],
    ['"""\n', 0, true],
    ['a,"\n', 0, true],
    ['a"\n', 3, false],
    ['5"",6""\n', 8, false],
    ['a""b,"\n', 0, true],
    ['a\n"', 2, true],
    ['"a" "\n', 6, false],
    ['"a"b"\nc\n', 8, false],
  ])('RowEnds finds the last end of a row in %j, for all boundaries of chunks', (text, end, isQuoted) => {
    expect(find(...text)).toEqual(text ? [end, isQuoted] : [Number.NEGATIVE_INFINITY, false]);
    for (let index = 0; index <= text.length; index++) {
      expect(find(text.slice(0, index), text.slice(index)), `${index}`).toEqual([end, isQuoted]);
    }
  });
});
