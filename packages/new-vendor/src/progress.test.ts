import { expect, it } from 'vitest';
import { showProgress } from './progress.ts';

/** What a command of two steps writes, the second of which counts. */
function written(isTTY: boolean, total: number): string {
  const texts: string[] = [];
  const { progress, end } = showProgress({ isTTY, write: (text) => texts.push(text) });
  progress('lint');
  for (let done = 1; done <= total; done++) progress('calls', done, total);
  end();
  return texts.join('');
}

it('progress in a log has a line for each step and each hundred operations', () => {
  expect(written(false, 1223).split('\n')).toEqual([
    'lint',
    'calls 1 of 1,223',
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((hundreds) => `calls ${hundreds}00 of 1,223`),
    'calls 1,000 of 1,223',
    'calls 1,100 of 1,223',
    'calls 1,200 of 1,223',
    'calls 1,223 of 1,223',
    '',
  ]);
  expect(written(false, 1)).toBe('lint\ncalls 1 of 1\n');
});

it('progress on a terminal is one line that changes and is erased at the end', () => {
  const erased = '\r\u001b[K';
  expect(written(true, 2)).toBe(`${erased}lint …${erased}calls 1 of 2 …${erased}calls 2 of 2 …${erased}`);
});
